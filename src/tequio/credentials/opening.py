"""Opening an issuer: its key, its DID, its first status list, and its place in the trust file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from tequio.credentials import shards
from tequio.credentials.dids import demo_did, web_did
from tequio.credentials.issuers import issuer
from tequio.credentials.keyfiles import keep_seed
from tequio.credentials.models import IssuerKey
from tequio.credentials.trusting import write_trust_file
from tequio.kit import ids
from tequio.people import api as people
from tequio_standards import vc

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.values import IssuerInfo
    from tequio.people.values import OrganisationId, OrganisationInfo


@transaction.atomic
def open_issuer(
    *,
    organisation: OrganisationId,
    now: datetime,
    did: str | None = None,
    seed: bytes | None = None,
    demo: bool = False,
) -> IssuerInfo:
    """Give an organisation its signing key and DID; one that has them already keeps them.

    Without `did`: the did:web of the hub's host, a did:key where the host is an address, `<key>.example` in a demo.
    """
    if not IssuerKey.objects.filter(organisation__uuid=organisation).exists():
        info = people.organisation(organisation)
        _make_key(info, did or _default_did(info, demo=demo), seed or ids.new_bytes(32), now, demo=demo)
        shards.open_shard(organisation, now=now)
        transaction.on_commit(write_trust_file)
    return issuer(organisation)


def _default_did(organisation: OrganisationInfo, *, demo: bool) -> str | None:
    if demo:
        return demo_did(organisation.key)
    return web_did(settings.HUB_URL, organisation.key, first=not IssuerKey.objects.exists())


def _make_key(
    organisation: OrganisationInfo, did: str | None, seed: bytes, now: datetime, *, demo: bool
) -> None:
    multibase = vc.generate(seed).multibase
    did = did or vc.did_key(multibase)
    uuid = ids.new_uuid()
    keep_seed(uuid, seed)  # before the row: a row without its secret could not sign
    IssuerKey.objects.create(
        uuid=uuid,
        organisation_id=organisation.id,
        did=did,
        verification_method=vc.key_method(did, multibase),
        multibase=multibase,
        demo=demo,
        valid_from=now.replace(microsecond=0),  # proofs tell whole seconds; none may come before its key
    )
