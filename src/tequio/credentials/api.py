"""The door of the credentials wall: issuers, awarding, showing, printing, revoking, verifying."""

from __future__ import annotations

from tequio.credentials.achieving import achievement_document
from tequio.credentials.awarding import award, award_when_finished, award_when_passed
from tequio.credentials.chain import chain
from tequio.credentials.explaining import explain
from tequio.credentials.issuers import did_document, issuer
from tequio.credentials.opening import open_issuer
from tequio.credentials.printing import pdf, short_link
from tequio.credentials.revoking import RevocationRefused, revoke
from tequio.credentials.rules import assure
from tequio.credentials.shards import status_list
from tequio.credentials.signing import CODE_LENGTH
from tequio.credentials.trusting import trust, trust_file, verify
from tequio.credentials.viewing import credential, credentials_of, document
from tequio_standards.badges.extract import MOST_CONTAINER_BYTES as MOST_BYTES

__all__ = [
    "CODE_LENGTH",
    "MOST_BYTES",
    "RevocationRefused",
    "achievement_document",
    "assure",
    "award",
    "award_when_finished",
    "award_when_passed",
    "chain",
    "credential",
    "credentials_of",
    "did_document",
    "document",
    "explain",
    "issuer",
    "open_issuer",
    "pdf",
    "revoke",
    "short_link",
    "status_list",
    "trust",
    "trust_file",
    "verify",
]
