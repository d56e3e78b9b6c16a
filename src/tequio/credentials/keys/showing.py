"""Every key of this hub, as its operator sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.credentials import keyfiles
from tequio.credentials.models import Credential, IssuerKey, KeyRevocation
from tequio.people import api as people
from tequio.people.values import OrganisationId

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyShown:
    """One key: whose it is, when it signed, how much, and whether its secret is here."""

    method: str
    organisation_key: str
    state: str  # "active", "retired" or "revoked"
    valid_from: datetime
    valid_until: datetime | None
    revoked_since: datetime | None
    reason: str
    signed: int
    has_secret: bool


def keys() -> tuple[KeyShown, ...]:
    """All keys, organisation by organisation, the oldest first."""
    revoked = {row.key_id: row for row in KeyRevocation.objects.all()}
    return tuple(
        _shown(row, revoked.get(row.pk))
        for row in IssuerKey.objects.order_by("organisation_id", "valid_from")
    )


def _shown(row: IssuerKey, revocation: KeyRevocation | None) -> KeyShown:
    state = "revoked" if revocation else "active" if row.valid_until is None else "retired"
    return KeyShown(
        method=row.verification_method,
        organisation_key=people.organisation(OrganisationId(row.organisation_id)).key,
        state=state,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        revoked_since=revocation.since if revocation else None,
        reason=revocation.reason if revocation else "",
        signed=Credential.objects.filter(issuer_key=row).count(),
        has_secret=keyfiles.has_seed(row.uuid),
    )
