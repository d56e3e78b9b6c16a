"""Open Badges 3.0: build, bake, extract, check."""

from tequio_standards.badges.accrediting import (
    AccreditationReport,
    AccreditationSpec,
    build_accreditation,
    check_accreditation,
    with_accreditation,
)
from tequio_standards.badges.batch import Batch, BatchMismatch, sign_batch
from tequio_standards.badges.build import (
    CONTEXTS,
    build_achievement,
    build_credential,
    build_endorsement,
    clean_text,
)
from tequio_standards.badges.checking import check_credential
from tequio_standards.badges.compact import pack, template_tag, unpack
from tequio_standards.badges.endorsing import Endorsed, Endorsement, EndorsementReport, check_endorsement
from tequio_standards.badges.extract import extract
from tequio_standards.badges.holes import Hole, HoleKind
from tequio_standards.badges.lint import Element, LintRow, lint
from tequio_standards.badges.lint_advice import ADVICE
from tequio_standards.badges.paper_code import paper_code, qr_segments, read_paper_code
from tequio_standards.badges.png import bake_png
from tequio_standards.badges.reaching import Presence
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
from tequio_standards.badges.template import (
    Template,
    compile_template,
    document_bytes,
    template_from_bytes,
    template_of,
    template_to_bytes,
)
from tequio_standards.badges.template_signing import SignedValues, TemplateSigner, render
from tequio_standards.badges.trust import CachedStatusList, IssuerInfo, Trust
from tequio_standards.badges.trust_file import (
    TrustFileError,
    issuer_from_json,
    issuer_to_json,
    parse_trust,
    trust_to_bytes,
)

__all__ = [
    "ADVICE",
    "CONTEXTS",
    "AccreditationReport",
    "AccreditationSpec",
    "AchievementCredentialSpec",
    "AchievementSpec",
    "AlignmentSpec",
    "AssuranceSpec",
    "Batch",
    "BatchMismatch",
    "CachedStatusList",
    "Check",
    "Element",
    "Endorsed",
    "Endorsement",
    "EndorsementCredentialSpec",
    "EndorsementReport",
    "EvidenceSpec",
    "Hole",
    "HoleKind",
    "IssuerInfo",
    "LintRow",
    "Outcome",
    "Presence",
    "ProfileSpec",
    "Report",
    "ResultSpec",
    "SignedValues",
    "State",
    "StatusSpec",
    "Template",
    "TemplateSigner",
    "Trust",
    "TrustFileError",
    "bake_png",
    "bake_svg",
    "build_accreditation",
    "build_achievement",
    "build_credential",
    "build_endorsement",
    "check_accreditation",
    "check_credential",
    "check_endorsement",
    "clean_text",
    "compile_template",
    "document_bytes",
    "extract",
    "issuer_from_json",
    "issuer_to_json",
    "lint",
    "pack",
    "paper_code",
    "parse_trust",
    "qr_segments",
    "read_paper_code",
    "render",
    "sign_batch",
    "template_from_bytes",
    "template_of",
    "template_tag",
    "template_to_bytes",
    "trust_to_bytes",
    "unpack",
    "with_accreditation",
]
