"""Status lists in shards: a random free bit per credential, and the signed list that verifiers fetch whole."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from tequio.credentials import keyfiles
from tequio.credentials.issuers import active_key
from tequio.credentials.models import Revocation, StatusEntry, StatusList
from tequio.kit import ids
from tequio.kit.errors import NotFound
from tequio.people import api as people
from tequio.people.values import OrganisationId
from tequio_standards import vc
from tequio_standards.vc import status

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.models import Credential

FULL = status.SHARD_BITS * 3 // 4  # beyond this, drawing a free bit at random would take too many tries
FRESH = timedelta(days=1)  # a list is signed anew when it is older than this
LASTS = timedelta(days=7)  # offline, this is how long one may lean on it


@dataclass(frozen=True, slots=True)
class Place:
    """One bit of one list."""

    shard_pk: int
    url: str
    index: int


def status_list(organisation_key: str, num: int, *, now: datetime | None = None) -> bytes:
    """The signed status list, as published; with `now`, signed anew when it has aged."""
    organisation = people.organisation_by_key(organisation_key).id
    row = StatusList.objects.filter(organisation__uuid=organisation, num=num).first()
    if row is None or row.document is None:
        raise NotFound(_("There is no such status list."))
    if now is not None and row.signed_at is not None and row.signed_at + FRESH < now:
        return publish_again(row.pk, now=now)
    return bytes(row.document)


def publish_aged(*, now: datetime) -> None:
    """Sign anew every list that is older than a day."""
    for pk in StatusList.objects.filter(signed_at__lt=now - FRESH).values_list("pk", flat=True):
        publish_again(pk, now=now)


def publish_all(organisation: OrganisationId, *, now: datetime) -> None:
    """Sign every list of an issuer anew: with its key of now."""
    for pk in StatusList.objects.filter(organisation__uuid=organisation).values_list("pk", flat=True):
        publish(pk, now=now)


def publish_again(shard_pk: int, *, now: datetime) -> bytes:
    """Publish in a transaction of its own."""
    with transaction.atomic():
        return publish(shard_pk, now=now)


def draw_place(organisation: OrganisationId) -> Place:
    """A free bit, drawn at random in a shard with room; the shard stays locked until the transaction ends."""
    shard = _open_shard(organisation)
    return Place(shard.pk, list_url(shard), _free_index(shard))


def take_place(place: Place, credential: Credential, *, now: datetime) -> None:
    """Give the bit to its credential; a shard's first bit publishes it."""
    StatusEntry.objects.create(status_list_id=place.shard_pk, credential=credential, index=place.index)
    shard = StatusList.objects.get(pk=place.shard_pk)
    shard.entries += 1  # not lost: draw_place holds the row
    shard.save(update_fields=["entries"])
    if shard.document is None:
        publish(shard.pk, now=now)


def open_first(organisation: OrganisationId, *, now: datetime) -> None:
    """Publish an issuer's first, empty list, so that a verifier can carry it before any credential exists."""
    shard = _open_shard(organisation)
    if shard.document is None:
        publish(shard.pk, now=now)


def publish(shard_pk: int, *, now: datetime) -> bytes:
    """Sign the list as it stands and keep it; inside a transaction, so that no flip is lost between two signings."""
    shard = lock(shard_pk)
    raised = Revocation.objects.filter(
        credential__in=StatusEntry.objects.filter(status_list=shard).values("credential")
    )
    indices = StatusEntry.objects.filter(credential__in=raised.values("credential")).values_list(
        "index", flat=True
    )
    key = active_key(OrganisationId(shard.organisation_id))
    moment = now.replace(microsecond=0)
    unsigned = status.build_status_list(
        url=list_url(shard),
        issuer=key.did,
        bits=status.Bits.of(indices),
        valid_from=moment,
        valid_until=moment + LASTS,
    )
    signed = vc.sign(
        unsigned,
        key=keyfiles.signer(key.uuid),
        verification_method=key.verification_method,
        created=moment,
    )
    shard.document = json.dumps(signed, ensure_ascii=False, indent=1).encode()
    shard.signed_at = now
    shard.save(update_fields=["document", "signed_at"])
    return shard.document


def lock(shard_pk: int) -> StatusList:
    """Hold a list until the transaction ends."""
    return StatusList.objects.select_for_update().get(pk=shard_pk)


def published_lists() -> dict[str, tuple[bytes, datetime]]:
    """Every list of this hub by its address, with when it was signed."""
    rows = StatusList.objects.filter(document__isnull=False)
    return {
        list_url(row): (bytes(row.document), row.signed_at) for row in rows if row.document and row.signed_at
    }


def list_url(shard: StatusList) -> str:
    """Where the list is published; it stands inside every credential, so it never changes."""
    key = people.organisation(OrganisationId(shard.organisation_id)).key
    return f"{settings.HUB_URL}/status/{key}/{shard.num}"


def _open_shard(organisation: OrganisationId) -> StatusList:
    shards = StatusList.objects.select_for_update().filter(organisation__uuid=organisation)
    last = shards.order_by("-num").first()
    if last is not None and last.entries < FULL:
        return last
    num = last.num + 1 if last else 1
    return StatusList.objects.create(uuid=ids.new_uuid(), organisation_id=organisation, num=num)


def _free_index(shard: StatusList) -> int:
    while True:
        index = ids.pick_index(status.SHARD_BITS)
        if not StatusEntry.objects.filter(status_list=shard, index=index).exists():
            return index
