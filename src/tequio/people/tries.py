"""Counts wrong tries, exactly, also when they come in parallel: a try is taken before it is checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.crypto import salted_hmac

from tequio.people.errors import MustWait
from tequio.people.models import WrongTries
from tequio.people.waits import LONGEST_MEMORY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tequio.people.waits import Patience


@dataclass(frozen=True, slots=True)
class Place:
    """Where tries are counted: a code, a PIN on a device, a device, an address."""

    kind: str
    key: str
    patience: Patience

    @property
    def hashed(self) -> str:
        return salted_hmac("tequio.people.tries", f"{self.kind}:{self.key}", algorithm="sha256").hexdigest()


def take(places: Iterable[Place], *, now: datetime) -> None:
    """Take one try at every place, or raise `MustWait`. Right tries are handed back afterwards.

    Durable, because a count that a caller's rollback could undo would count nothing.
    """
    with transaction.atomic(durable=True):
        rows = [(_row(place, now), place.patience) for place in sorted(places, key=lambda p: p.hashed)]
        waits = [row.wait_until for row, _ in rows if row.wait_until and row.wait_until > now]
        if waits:
            raise MustWait(max(1, int((max(waits) - now).total_seconds())))
        for row, patience in rows:
            _count(row, patience, now)


def forget(places: Iterable[Place]) -> None:
    """The secret was right: what was counted here is over."""
    WrongTries.objects.filter(place__in=[place.hashed for place in places]).delete()


def give_back(places: Iterable[Place]) -> None:
    """The secret was right: hand back this one try, and keep what others spent at the same place."""
    hashes = [place.hashed for place in places]
    with transaction.atomic():
        for row in (
            WrongTries.objects.select_for_update().filter(place__in=hashes, tries__gt=0).order_by("place")
        ):
            row.tries -= 1
            row.wait_until = None
            row.save(update_fields=["tries", "wait_until"])


def _row(place: Place, now: datetime) -> WrongTries:
    rows = WrongTries.objects.select_for_update()
    row, fresh = rows.get_or_create(place=place.hashed, defaults={"last_at": now})
    if fresh:
        WrongTries.objects.filter(last_at__lt=now - LONGEST_MEMORY).delete()
    if place.patience.forgets(row.last_at, now):
        row.tries, row.wait_until = 0, None
    return row


def _count(row: WrongTries, patience: Patience, now: datetime) -> None:
    row.tries += 1
    row.last_at = now
    row.wait_until = patience.wait_until(row.tries, now)
    row.save(update_fields=["tries", "last_at", "wait_until"])
