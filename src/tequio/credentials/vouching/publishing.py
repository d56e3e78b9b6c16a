"""This hub's own registry, signed, and the one that other verifiers read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from tequio.credentials import keyfiles
from tequio.credentials.issuers import active_key
from tequio.credentials.models import IssuerKey, TrustedIssuer
from tequio.credentials.trusting import trust
from tequio.credentials.vouching.registry_file import write_registry
from tequio.credentials.vouching_models import IssuerRemoval, Vouching
from tequio.kit.errors import NotFound
from tequio.people import api as people
from tequio.people.values import OrganisationId
from tequio_standards.badges.dcc_registry import dcc_registry

if TYPE_CHECKING:
    from tequio_standards.badges import Trust


def registry(*, now: datetime) -> bytes:
    """Everybody this hub believes, signed by its first issuer; the same bytes all day until something changes."""
    key = _signer()
    return write_registry(
        _without_status(),
        signer=key.did,
        method=key.verification_method,
        key=keyfiles.signer(key.uuid),
        created=_as_of(now),
    )


def registry_dcc(*, now: datetime) -> bytes:
    """The same issuers as the Digital Credentials Consortium lists them; no demo is among them."""
    return dcc_registry(_without_status(), updated=_as_of(now))


def _without_status() -> Trust:
    return replace(trust(), status_lists={})


def _signer() -> IssuerKey:
    found = people.organisations()
    if not found:
        raise NotFound("This hub issues no certificates yet, so it has no registry.")
    return active_key(OrganisationId(found[0].id))


def _as_of(now: datetime) -> datetime:
    """Midnight, or the last change if it came after: an ETag that holds."""
    rows = (
        IssuerKey.objects.order_by("-valid_from").values_list("valid_from", flat=True),
        TrustedIssuer.objects.order_by("-added_at").values_list("added_at", flat=True),
        IssuerRemoval.objects.order_by("-at").values_list("at", flat=True),
        Vouching.objects.order_by("-at").values_list("at", flat=True),
    )
    changes = [found for each in rows if (found := each.first()) is not None and found <= now]
    midnight = datetime.combine(now.astimezone(UTC).date(), time(0), UTC)
    return max([midnight, *changes]).replace(microsecond=0)
