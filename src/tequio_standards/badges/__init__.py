"""Open Badges 3.0: build, bake, extract, check."""

from tequio_standards.badges.build import CONTEXTS, build_credential, build_endorsement, clean_text
from tequio_standards.badges.checking import check_credential
from tequio_standards.badges.report import Check, Outcome, Report, State
from tequio_standards.badges.spec import (
    AchievementCredentialSpec,
    AchievementSpec,
    AlignmentSpec,
    AssuranceSpec,
    EndorsementCredentialSpec,
    EvidenceSpec,
    ProfileSpec,
    ResultSpec,
    StatusSpec,
)
from tequio_standards.badges.trust import CachedStatusList, IssuerInfo, Trust

__all__ = [
    "CONTEXTS",
    "AchievementCredentialSpec",
    "AchievementSpec",
    "AlignmentSpec",
    "AssuranceSpec",
    "CachedStatusList",
    "Check",
    "EndorsementCredentialSpec",
    "EvidenceSpec",
    "IssuerInfo",
    "Outcome",
    "ProfileSpec",
    "Report",
    "ResultSpec",
    "State",
    "StatusSpec",
    "Trust",
    "build_credential",
    "build_endorsement",
    "check_credential",
    "clean_text",
]
