"""Places on the status lists for a whole batch: in the shared shards when it is small, in its own when it is large."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tequio.credentials import shards
from tequio.credentials.models import StatusEntry, StatusList, StatusPublication
from tequio.kit import ids
from tequio_standards.vc import status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from tequio.people.values import OrganisationId

Place = tuple[int, int]  # number of the shard, index


def draw(organisation: OrganisationId, count: int, *, now: datetime) -> tuple[StatusList, list[Place]]:
    """Free bits of one shared shard, which stays locked until the transaction ends."""
    shard = shards.open_shard(organisation, now=now)
    taken = set(StatusEntry.objects.filter(status_list=shard).values_list("index", flat=True))
    free = (index for index in ids.shuffled(status.SHARD_BITS) if index not in taken)
    return shard, [(shard.num, index) for index in islice(free, count)]


def reserve(organisation: OrganisationId, count: int) -> tuple[StatusList, ...]:
    """Shards for this batch alone: full for everybody else, and published with the batch."""
    last = StatusList.objects.filter(organisation__uuid=organisation).order_by("-num").first()
    first = last.num + 1 if last else 1
    nums = range(first, first + -(-count // status.SHARD_BITS))
    made = StatusList.objects.bulk_create(
        StatusList(
            uuid=ids.new_uuid(),
            organisation_id=organisation,
            num=num,
            purpose=purpose,
            entries=status.SHARD_BITS,
        )
        for num in nums
        for purpose in shards.PURPOSES
    )
    return tuple(shard for shard in made if shard.purpose == shards.REVOCATION)


def spread(own: Sequence[StatusList]) -> Iterator[Place]:
    """Every place of the batch's own shards, one shard after the other, each in a random order."""
    for shard in own:
        for index in ids.shuffled(status.SHARD_BITS):
            yield shard.num, index


def give_back(own: Iterable[StatusList]) -> None:
    """Reserved shards that nothing came to stand in."""
    for shard in own:
        pair = StatusList.objects.filter(organisation__uuid=shard.organisation_id, num=shard.num)
        StatusPublication.objects.filter(status_list__in=pair).delete()  # when a key was replaced meanwhile
        pair.delete()


def publish(own: Sequence[StatusList], count: int, *, now: datetime) -> None:
    """The batch's own shards with what stands in them; the last has room for others."""
    for num, shard in enumerate(own):
        entries = min(status.SHARD_BITS, count - num * status.SHARD_BITS)
        pair = StatusList.objects.filter(organisation__uuid=shard.organisation_id, num=shard.num)
        pair.update(entries=entries)
        for pk in pair.values_list("pk", flat=True):
            shards.publish(pk, now=now)
