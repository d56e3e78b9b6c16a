"""The status lists as they were signed before: they tell whether what is revoked now still stood at some moment."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from django.db.models import Max

from tequio.credentials.models import StatusList, StatusPublication
from tequio.credentials.shards import list_url
from tequio_standards.badges import CachedStatusList

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

MOST_BYTES: Final = 500_000  # of earlier lists in a trust file; the latest come first

Lists = dict[str, tuple[CachedStatusList, ...]]


def lists_in_force(at: datetime) -> Lists:
    """Every list of this hub as it stood at that moment."""
    before = StatusPublication.objects.filter(at__lte=at).values("status_list")
    latest = before.annotate(latest=Max("pk")).values("latest")
    return _by_address(StatusPublication.objects.filter(pk__in=latest))


def recent_lists() -> Lists:
    """As many of the latest publications as a trust file carries."""
    kept, size = [], 0
    for row in StatusPublication.objects.order_by("-pk").iterator(chunk_size=100):
        size += len(row.document)
        if size > MOST_BYTES:
            break
        kept.append(row)
    return _by_address(kept)


def _by_address(rows: Iterable[StatusPublication]) -> Lists:
    found: dict[int, list[CachedStatusList]] = defaultdict(list)
    for row in rows:
        found[row.status_list_id].append(CachedStatusList(bytes(row.document), row.at))
    lists = StatusList.objects.in_bulk(list(found))
    return {list_url(lists[pk]): tuple(kept) for pk, kept in found.items()}
