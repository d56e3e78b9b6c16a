"""Issuers of this hub: an organisation, its DID and its keys with their periods."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from tequio.credentials.models import Credential, IssuerKey, KeyRevocation, LogRoot
from tequio.credentials.values import IssuerInfo, KeyInfo
from tequio.kit.errors import NotFound
from tequio.people import api as people
from tequio.people.values import OrganisationId
from tequio_standards.vc import did as dids
from tequio_standards.vc import keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from uuid import UUID

    from tequio.people.values import OrganisationInfo


def issuer(organisation: OrganisationId) -> IssuerInfo:
    """The issuer that an organisation is; `NotFound` before `open_issuer`."""
    rows = list(IssuerKey.objects.filter(organisation__uuid=organisation).order_by("valid_from"))
    if not rows:
        raise NotFound(_("This organisation issues no certificates."))
    return _info(people.organisation(organisation), rows, _revoked())


def issuers() -> tuple[IssuerInfo, ...]:
    """Every issuer of this hub, the first one first."""
    rows: dict[OrganisationId, list[IssuerKey]] = {}
    for row in IssuerKey.objects.order_by("pk"):
        rows.setdefault(OrganisationId(row.organisation_id), []).append(row)
    revoked = _revoked()
    return tuple(
        _info(people.organisation(organisation), kept, revoked) for organisation, kept in rows.items()
    )


def did_document(organisation_key: str | None = None) -> dict[str, Any]:  # a DID document is open JSON
    """The did:web document of an organisation, or of the hub's first issuer (did:web §3.2)."""
    found = [info for info in issuers() if organisation_key in (None, info.organisation_key)]
    if not found or not dids.is_did_web(found[0].did):
        raise NotFound(_("No issuer publishes a DID document here."))
    return dids.did_web_document(found[0].did, key_periods(found[0].keys))


def active_key(organisation: OrganisationId) -> IssuerKey:
    """The key that signs now."""
    row = IssuerKey.objects.filter(organisation__uuid=organisation, valid_until__isnull=True).first()
    if row is None:
        raise NotFound(_("This organisation issues no certificates."))
    return row


def lock_issuer(organisation: OrganisationId) -> IssuerKey:
    """The key that signs now, held until the transaction ends."""
    row = IssuerKey.objects.select_for_update().filter(
        organisation__uuid=organisation, valid_until__isnull=True
    )
    return row.first() or active_key(organisation)


def key_periods(infos: Iterable[KeyInfo]) -> tuple[keys.KeyPeriod, ...]:
    """The keys with their periods, as the standards speak of them."""
    return tuple(
        keys.KeyPeriod(
            info.multibase, info.valid_from, info.valid_until, keys.KeyState(info.state), info.logged
        )
        for info in infos
    )


def _revoked() -> dict[int, KeyRevocation]:
    return {row.key_id: row for row in KeyRevocation.objects.select_related("key")}


def _info(
    organisation: OrganisationInfo, rows: list[IssuerKey], revoked: Mapping[int, KeyRevocation]
) -> IssuerInfo:
    return IssuerInfo(
        did=rows[-1].did,
        name=organisation.name,
        organisation_key=organisation.key,
        country=organisation.country,
        demo=rows[-1].demo,
        keys=tuple(_key(row, revoked.get(row.pk)) for row in rows),
    )


def _key(row: IssuerKey, revocation: KeyRevocation | None) -> KeyInfo:
    if revocation is not None:
        state, until = keys.KeyState.COMPROMISED, revocation.since
        logged = signed_before(row, revocation.since)
        return KeyInfo(row.verification_method, row.multibase, row.valid_from, until, state, logged)
    state = keys.KeyState.ACTIVE if row.valid_until is None else keys.KeyState.RETIRED
    return KeyInfo(row.verification_method, row.multibase, row.valid_from, row.valid_until, state)


def signed_before(key: IssuerKey, moment: datetime) -> frozenset[bytes]:
    """Witnesses of what `key` had signed when the last root before `moment` was signed."""
    last = (
        LogRoot.objects.filter(organisation__uuid=key.organisation_id, at__lt=moment).order_by("size").last()
    )
    if last is None:
        return frozenset()
    return _witnesses(key.organisation_id, key.uuid, last.size, bytes(last.root))


# Every check of a credential asks for it, and below a signed root the log never changes.
@lru_cache(maxsize=16)
def _witnesses(organisation: UUID, key: UUID, size: int, root: bytes) -> frozenset[bytes]:
    rows = Credential.objects.filter(
        organisation__uuid=organisation, issuer_key__uuid=key, log_num__lt=size
    ).values_list("signature", flat=True)
    return frozenset(keys.witness_of(bytes(signature)) for signature in rows.iterator())
