"""What verifiers fetch: signed documents, status lists, DID documents, achievements, the trust file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import UUID

from tequio.credentials import api
from tequio.credentials.bundles import api as bundles
from tequio.credentials.values import AchievementId, CredentialId
from tequio.kit import clock
from tequio.kit.errors import NotFound
from tequio.wire.answers import CREDENTIAL, DID, FOREVER, JSON, Answer, answers

if TYPE_CHECKING:
    from django.http import HttpRequest


@answers("GET", "HEAD")
def credential(request: HttpRequest, uuid: str) -> Answer:
    """The signed document exactly as kept. It never changes: a later result is another document."""
    return Answer(api.document(CredentialId(_uuid(uuid))), CREDENTIAL, FOREVER)


@answers("GET", "HEAD")
def status_list(request: HttpRequest, organisation: str, num: str) -> Answer:
    """A whole status list, so that nobody learns which credential is being checked."""
    return Answer(api.status_list(organisation, _num(num), now=clock.now()), CREDENTIAL)


@answers("GET", "HEAD")
def suspension_list(request: HttpRequest, organisation: str, num: str) -> Answer:
    """The list of what is suspended, for the same credentials."""
    kept = api.status_list(organisation, _num(num), purpose="suspension", now=clock.now())
    return Answer(kept, CREDENTIAL)


@answers("GET", "HEAD")
def status_version(request: HttpRequest, organisation: str, num: str, purpose: str, version: str) -> Answer:
    """A list as it was first signed with these bits: the same bytes for good."""
    return Answer(
        api.status_list(organisation, _num(num), purpose=purpose, version=_num(version)), CREDENTIAL, FOREVER
    )


@answers("GET", "HEAD")
def organisation_did(request: HttpRequest, organisation: str) -> Answer:
    """The DID document of one organisation (did:web §3.2)."""
    return _did(organisation)


@answers("GET", "HEAD")
def hub_did(request: HttpRequest) -> Answer:
    """The DID document of the hub's first issuer."""
    return _did(None)


@answers("GET", "HEAD")
def achievement(request: HttpRequest, uuid: str) -> Answer:
    """What can be earned, as credentials describe it (OB 3.0, Achievement)."""
    return Answer(api.achievement_document(AchievementId(_uuid(uuid))), JSON)


@answers("GET", "HEAD")
def trust(request: HttpRequest) -> Answer:
    """Issuers and status lists in one file: all that `tequio verify --trust` needs offline."""
    return Answer(api.trust_file(now=clock.now()), JSON)


@answers("GET", "HEAD")
def bundle(request: HttpRequest) -> Answer:
    """All that a verifier needs where there is no internet, in one signed file."""
    return Answer(bundles.bundle(now=clock.now()), JSON)


def _did(organisation: str | None) -> Answer:
    return Answer(json.dumps(api.did_document(organisation), indent=1).encode(), DID)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound("There is nothing at this address.") from error


def _num(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise NotFound("There is nothing at this address.")
    return int(text)
