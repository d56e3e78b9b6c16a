"""The outbox behind `kit.events`: keeps events with the change they tell of, delivers them after commit."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q

from tequio.kit import clock, envelope
from tequio.kit.models import OutboxEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tequio.kit.events import Event

TRIES = 10
_FIRST_WAIT = timedelta(seconds=5)  # doubled with each try: ten tries take about an hour and a half

log = logging.getLogger(__name__)
_wiring: dict[type[Event], Sequence[Callable[[Any], None]]] = {}  # each handler takes its own Event subclass


def install(wiring: Mapping[type[Event], Sequence[Callable[[Any], None]]]) -> None:
    """Set who reacts to what; called once, by `site.wiring`."""
    names = [cls.__name__ for cls in wiring]
    if len(set(names)) < len(names):
        raise ValueError(f"Two events share a name: {sorted(names)}. The outbox tells them apart by it.")
    _wiring.clear()
    _wiring.update(wiring)


def keep(event: Event) -> None:
    """Write `event` to the outbox; deliver it once the surrounding transaction commits."""
    OutboxEvent.objects.create(
        uuid=event.event_id,
        name=type(event).__name__,
        body=envelope.seal(event),
        published_at=event.at,
    )
    transaction.on_commit(
        deliver_waiting, robust=True
    )  # committed is committed: delivery may fail, the act not


def deliver_waiting(limit: int = 100) -> int:
    """Hand waiting events to their handlers, oldest first; a failed one stays and is tried again later."""
    due = Q(next_try_at__isnull=True) | Q(next_try_at__lte=clock.now())
    waiting = OutboxEvent.objects.filter(due, delivered_at__isnull=True, tries__lt=TRIES)
    return sum(_deliver(pk) for pk in list(waiting.order_by("id").values_list("pk", flat=True)[:limit]))


def waiting() -> tuple[int, int]:
    """How many events wait for delivery, and how many have been given up after ten tries."""
    undelivered = OutboxEvent.objects.filter(delivered_at__isnull=True)
    stuck = undelivered.filter(tries__gte=TRIES).count()
    return undelivered.count() - stuck, stuck


def _deliver(pk: int) -> bool:
    """One event in one transaction: what its handlers write and that it was delivered stand or fall together."""
    try:
        with transaction.atomic():
            unlocked = OutboxEvent.objects.select_for_update(skip_locked=True)
            row = unlocked.filter(pk=pk, delivered_at__isnull=True).first()
            if row is None:  # another thread has it
                return False
            _hand_over(row)
            row.delivered_at = clock.now()
            row.save(update_fields=["delivered_at"])
    except Exception as error:  # any handler's failure must leave the event waiting, never lose it
        log.exception("event %s was not delivered", pk)
        _put_off(pk, error)
        return False
    return True


def _hand_over(row: OutboxEvent) -> None:
    for cls, handlers in _wiring.items():
        if cls.__name__ == row.name:
            event = envelope.unseal(cls, row.body)
            for handler in handlers:
                handler(event)


def _put_off(pk: int, error: Exception) -> None:
    row = OutboxEvent.objects.get(pk=pk)
    row.tries += 1
    row.next_try_at = clock.now() + _FIRST_WAIT * 2 ** (row.tries - 1)
    row.last_error = repr(error)[:2000]
    row.save(update_fields=["tries", "next_try_at", "last_error"])
