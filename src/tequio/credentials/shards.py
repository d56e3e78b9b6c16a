"""Status lists in shards: a random free bit per credential, and the signed lists that verifiers fetch whole."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from tequio.credentials import keyfiles
from tequio.credentials.issuers import active_key
from tequio.credentials.models import (
    Reinstatement,
    Revocation,
    StatusEntry,
    StatusList,
    StatusPublication,
    Suspension,
)
from tequio.credentials.vouching_models import Vouching, VouchingRevocation
from tequio.kit import ids
from tequio.kit.errors import NotFound, TequioError
from tequio.people import api as people
from tequio.people.values import OrganisationId
from tequio_standards import vc
from tequio_standards.vc import status

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from tequio.credentials.models import Credential

FULL = status.SHARD_BITS * 3 // 4  # beyond this, drawing a free bit at random would take too many tries
FRESH = timedelta(days=1)  # a list is signed anew when it is older than this
LASTS = timedelta(days=7)  # offline, this is how long one may lean on it


log = logging.getLogger(__name__)
REVOCATION, SUSPENSION = PURPOSES = ("revocation", "suspension")


@dataclass(frozen=True, slots=True)
class Place:
    """One bit, at the same index of the lists of every purpose."""

    shard_pk: int  # of the list of revocations
    urls: tuple[tuple[str, str], ...]  # (purpose, address of the list)
    index: int


def status_list(
    organisation_key: str,
    num: int,
    *,
    purpose: str = REVOCATION,
    version: int | None = None,
    now: datetime | None = None,
) -> bytes:
    """The signed status list, as published; with `now`, signed anew when it has aged; with `version`, as it was then."""
    organisation = people.organisation_by_key(organisation_key).id
    row = StatusList.objects.filter(organisation__uuid=organisation, num=num, purpose=purpose).first()
    if row is None or row.document is None:
        raise NotFound(_("There is no such status list."))
    if version is not None:
        return _published(row, version)
    if now is not None and row.signed_at is not None and row.signed_at + FRESH < now:
        return _signed_anew(row, now)
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


def draw_place(organisation: OrganisationId, *, now: datetime) -> Place:
    """A free bit, drawn at random in a shard with room; the shard stays locked until the transaction ends."""
    shard = open_shard(organisation, now=now)
    return Place(shard.pk, urls_of(shard), _free_index(shard))


def take_place(place: Place, document: Credential | Vouching) -> None:
    """Give the bit to its credential, or to a document that vouches."""
    entry = StatusEntry(status_list_id=place.shard_pk, index=place.index)
    if isinstance(document, Vouching):
        entry.vouching = document
    else:
        entry.credential, entry.can_suspend = document, True
    entry.save(force_insert=True)
    shard = StatusList.objects.get(pk=place.shard_pk)
    shard.entries += 1  # not lost: draw_place holds the row
    shard.save(update_fields=["entries"])


def open_shard(organisation: OrganisationId, *, now: datetime) -> StatusList:
    """The shard with room; a new one is published empty at once, so that a verifier can carry it beforehand."""
    shards = StatusList.objects.select_for_update().filter(
        organisation__uuid=organisation, purpose=REVOCATION
    )
    roomy = shards.filter(entries__lt=FULL).order_by("-num").first()
    if roomy is not None:
        _open_twin(roomy, now)
        return roomy
    last = shards.order_by("-num").first()
    num = last.num + 1 if last else 1
    shard = StatusList.objects.create(uuid=ids.new_uuid(), organisation_id=organisation, num=num)
    publish(shard.pk, now=now)
    _open_twin(shard, now)
    return shard


def publish(shard_pk: int, *, now: datetime) -> bytes:
    """Sign the list as it stands and keep it; inside a transaction, so that no flip is lost between two signings."""
    shard = lock(shard_pk)
    bits = status.Bits.of(_raised(shard).values_list("index", flat=True))
    changed = shard.document is None or _encoded(bytes(shard.document)) != status.encode(bits)
    shard.document = _signed(shard, bits, now)
    shard.signed_at = now
    shard.version += int(changed)
    shard.save(update_fields=["document", "signed_at", "version"])
    if changed:
        StatusPublication.objects.create(
            status_list=shard, version=shard.version, document=shard.document, at=now
        )
    return shard.document


def lock(shard_pk: int) -> StatusList:
    """Hold a list until the transaction ends."""
    return StatusList.objects.select_for_update().get(pk=shard_pk)


def twin(shard: StatusList, purpose: str) -> StatusList:
    """The list of another purpose that speaks of the same credentials."""
    return StatusList.objects.get(organisation__uuid=shard.organisation_id, num=shard.num, purpose=purpose)


def published_lists() -> dict[str, tuple[bytes, datetime]]:
    """Every list of this hub by its address, with when it was signed."""
    rows = StatusList.objects.filter(document__isnull=False)
    return {
        list_url(row): (bytes(row.document), row.signed_at) for row in rows if row.document and row.signed_at
    }


def list_url(shard: StatusList, purpose: str = "") -> str:
    """Where the list is published; it stands inside every credential, so it never changes."""
    key = people.organisation(OrganisationId(shard.organisation_id)).key
    return dict(urls_for(key, shard.num))[purpose or shard.purpose]


def urls_for(organisation_key: str, num: int) -> tuple[tuple[str, str], ...]:
    """The addresses of the shards with one number; it comes last, since templates have a hole there."""
    folder = f"{settings.HUB_URL}/status/{organisation_key}"
    return tuple(
        (purpose, f"{folder}/{num}" if purpose == REVOCATION else f"{folder}/{purpose}/{num}")
        for purpose in PURPOSES
    )


def urls_of(shard: StatusList) -> tuple[tuple[str, str], ...]:
    """The addresses of all lists that speak of this shard's credentials."""
    return tuple((purpose, list_url(shard, purpose)) for purpose in PURPOSES)


def _signed_anew(shard: StatusList, now: datetime) -> bytes:
    """The kept list while the key cannot be opened: it says until when one may lean on it."""
    try:
        return publish_again(shard.pk, now=now)
    except TequioError:
        log.exception("the status list %s could not be signed anew", shard.pk)
        return bytes(shard.document or b"")


def _signed(shard: StatusList, bits: status.Bits, now: datetime) -> bytes:
    key, moment = active_key(OrganisationId(shard.organisation_id)), now.replace(microsecond=0)
    unsigned = status.build_status_list(
        url=list_url(shard),
        issuer=key.did,
        bits=bits,
        valid_from=moment,
        valid_until=moment + LASTS,
        purpose=shard.purpose,
    )
    signed = vc.sign(
        unsigned,
        key=keyfiles.signer(key.uuid),
        verification_method=key.verification_method,
        created=moment,
    )
    return json.dumps(signed, ensure_ascii=False, indent=1).encode()


def _raised(shard: StatusList) -> QuerySet[StatusEntry]:
    entries = StatusEntry.objects.filter(
        status_list__organisation__uuid=shard.organisation_id, status_list__num=shard.num
    )
    if shard.purpose == REVOCATION:
        return entries.filter(
            Q(credential__in=Revocation.objects.values("credential"))
            | Q(vouching__in=VouchingRevocation.objects.values("vouching"))
        )
    running = Suspension.objects.exclude(pk__in=Reinstatement.objects.values("suspension"))
    return entries.filter(can_suspend=True, credential__in=running.values("credential"))


def _encoded(document: bytes) -> str:
    return str(json.loads(document)["credentialSubject"]["encodedList"])


def _published(shard: StatusList, version: int) -> bytes:
    row = StatusPublication.objects.filter(status_list=shard, version=version).first()
    if row is None:
        raise NotFound(_("There is no such status list."))
    return bytes(row.document)


def _open_twin(shard: StatusList, now: datetime) -> None:
    """Hubs that are older than suspension have lists of revocations only."""
    made, new = StatusList.objects.get_or_create(
        organisation__uuid=shard.organisation_id,
        num=shard.num,
        purpose=SUSPENSION,
        defaults={"uuid": ids.new_uuid(), "organisation_id": shard.organisation_id},
    )
    if new:
        publish(made.pk, now=now)


def _free_index(shard: StatusList) -> int:
    while True:
        index = ids.pick_index(status.SHARD_BITS)
        if not StatusEntry.objects.filter(status_list=shard, index=index).exists():
            return index
