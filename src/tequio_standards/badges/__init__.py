"""Open Badges 3.0: build, bake, extract, check."""

from tequio_standards.badges.build import (
    CONTEXTS,
    build_achievement,
    build_credential,
    build_endorsement,
    clean_text,
)
from tequio_standards.badges.checking import check_credential
from tequio_standards.badges.extract import extract
from tequio_standards.badges.png import bake_png
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
from tequio_standards.badges.svg import bake_svg
from tequio_standards.badges.trust import CachedStatusList, IssuerInfo, Trust
from tequio_standards.badges.trust_file import (
    TrustFileError,
    issuer_from_json,
    issuer_to_json,
    parse_trust,
    trust_to_bytes,
)

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
    "TrustFileError",
    "bake_png",
    "bake_svg",
    "build_achievement",
    "build_credential",
    "build_endorsement",
    "check_credential",
    "clean_text",
    "extract",
    "issuer_from_json",
    "issuer_to_json",
    "parse_trust",
    "trust_to_bytes",
]
