"""The bundle: one signed file with all that a verifier needs where there is no internet."""

from tequio_standards.badges.bundle.auditing import audit_bundle
from tequio_standards.badges.bundle.checking import check_with_bundle, rebuild
from tequio_standards.badges.bundle.reading import BundleRefused, parse_bundle
from tequio_standards.badges.bundle.values import Bundle, pattern_quads
from tequio_standards.badges.bundle.writing import bundle_document, sign_bundle

__all__ = [
    "Bundle",
    "BundleRefused",
    "audit_bundle",
    "bundle_document",
    "check_with_bundle",
    "parse_bundle",
    "pattern_quads",
    "rebuild",
    "sign_bundle",
]
