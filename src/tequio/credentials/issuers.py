"""Issuers of this hub: an organisation, its DID and its keys with their periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from tequio.credentials.dids import web_did
from tequio.credentials.keyfiles import keep_seed
from tequio.credentials.models import IssuerKey
from tequio.credentials.values import IssuerInfo, KeyInfo
from tequio.kit import ids
from tequio.kit.errors import NotFound
from tequio.people import api as people
from tequio_standards.vc import did as dids
from tequio_standards.vc import keys

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tequio.people.values import OrganisationId, OrganisationInfo


def open_issuer(
    *,
    organisation: OrganisationId,
    now: datetime,
    did: str | None = None,
    seed: bytes | None = None,
    demo: bool = False,
) -> IssuerInfo:
    """Give an organisation its signing key and DID; one that has them already keeps them."""
    if not IssuerKey.objects.filter(organisation=organisation).exists():
        _open(people.organisation(organisation), did, seed or ids.new_bytes(32), now, demo=demo)
    return issuer(organisation)


def issuer(organisation: OrganisationId) -> IssuerInfo:
    """The issuer that an organisation is; `NotFound` before `open_issuer`."""
    rows = list(IssuerKey.objects.filter(organisation=organisation).order_by("valid_from"))
    if not rows:
        raise NotFound(_("This organisation issues no certificates."))
    return _info(people.organisation(organisation), rows)


def issuers() -> tuple[IssuerInfo, ...]:
    """Every issuer of this hub, the first one first."""
    rows: dict[OrganisationId, list[IssuerKey]] = {}
    for row in IssuerKey.objects.order_by("pk"):
        rows.setdefault(row.organisation_id, []).append(row)
    return tuple(_info(people.organisation(organisation), kept) for organisation, kept in rows.items())


def did_document(organisation_key: str | None = None) -> dict[str, Any]:  # a DID document is open JSON
    """The did:web document of an organisation, or of the hub's first issuer (did:web §3.2)."""
    found = [info for info in issuers() if organisation_key in (None, info.organisation_key)]
    if not found or not dids.is_did_web(found[0].did):
        raise NotFound(_("No issuer publishes a DID document here."))
    return dids.did_web_document(found[0].did, key_periods(found[0].keys))


def active_key(organisation: OrganisationId) -> IssuerKey:
    """The key that signs now."""
    row = IssuerKey.objects.filter(organisation=organisation, valid_until__isnull=True).first()
    if row is None:
        raise NotFound(_("This organisation issues no certificates."))
    return row


def key_periods(infos: Iterable[KeyInfo]) -> tuple[keys.KeyPeriod, ...]:
    """The keys with their periods, as the standards speak of them."""
    return tuple(
        keys.KeyPeriod(info.multibase, info.valid_from, info.valid_until, keys.KeyState(info.state))
        for info in infos
    )


def _open(organisation: OrganisationInfo, did: str | None, seed: bytes, now: datetime, *, demo: bool) -> None:
    multibase = keys.generate(seed).multibase
    first = not IssuerKey.objects.exists()
    did = did or web_did(settings.HUB_URL, organisation.key, first=first) or dids.did_key(multibase)
    uuid = ids.new_uuid()
    keep_seed(uuid, seed)  # before the row: a row without its secret could not sign
    IssuerKey.objects.create(
        uuid=uuid,
        organisation_id=organisation.id,
        did=did,
        verification_method=dids.key_method(did, multibase),
        multibase=multibase,
        demo=demo,
        valid_from=now,
    )


def _info(organisation: OrganisationInfo, rows: list[IssuerKey]) -> IssuerInfo:
    return IssuerInfo(
        did=rows[-1].did,
        name=organisation.name,
        organisation_key=organisation.key,
        country=organisation.country,
        demo=rows[-1].demo,
        keys=tuple(_key(row) for row in rows),
    )


def _key(row: IssuerKey) -> KeyInfo:
    state = keys.KeyState.ACTIVE if row.valid_until is None else keys.KeyState.RETIRED
    return KeyInfo(row.verification_method, row.multibase, row.valid_from, row.valid_until, state)
