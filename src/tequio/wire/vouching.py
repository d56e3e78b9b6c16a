"""What says whom to believe: the registry of issuers in two forms, endorsements and accreditations."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from tequio.credentials.vouching import api
from tequio.kit import clock
from tequio.kit.errors import NotFound
from tequio.wire.answers import CREDENTIAL, FOREVER, JSON, Answer, answers

if TYPE_CHECKING:
    from django.http import HttpRequest


@answers("GET", "HEAD")
def registry(request: HttpRequest) -> Answer:
    """Everybody this hub believes, signed by its first issuer."""
    return Answer(api.registry(now=clock.now()), JSON)


@answers("GET", "HEAD")
def registry_dcc(request: HttpRequest) -> Answer:
    """The same issuers as other verifiers read them (dcc-legacy)."""
    return Answer(api.registry_dcc(now=clock.now()), JSON)


@answers("GET", "HEAD")
def endorsement(request: HttpRequest, uuid: str) -> Answer:
    """A signed endorsement exactly as kept."""
    return _document(uuid, api.Kind.ENDORSEMENT)


@answers("GET", "HEAD")
def accreditation(request: HttpRequest, uuid: str) -> Answer:
    """A signed accreditation exactly as kept."""
    return _document(uuid, api.Kind.ACCREDITATION)


def _document(text: str, kind: api.Kind) -> Answer:
    try:
        which = api.VouchingId(UUID(text))
    except ValueError as error:
        raise NotFound("There is nothing at this address.") from error
    return Answer(api.vouching_document(which, kind), CREDENTIAL, FOREVER)
