"""The outbox behind `kit.events`: keeps events with the change they tell of, delivers them after commit."""

from __future__ import annotations

import json
import logging
import types
from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from django.db import transaction

from tequio.kit import clock
from tequio.kit.models import OutboxEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tequio.kit.events import Event

log = logging.getLogger(__name__)
_wiring: dict[type[Event], Sequence[Callable[[Any], None]]] = {}  # each handler takes its own Event subclass


def install(wiring: Mapping[type[Event], Sequence[Callable[[Any], None]]]) -> None:
    """Set who reacts to what; called once, by `site.wiring`."""
    _wiring.clear()
    _wiring.update(wiring)


def keep(event: Event) -> None:
    """Write `event` to the outbox; deliver it once the surrounding transaction commits."""
    OutboxEvent.objects.create(
        uuid=event.event_id,
        name=type(event).__name__,
        body=_to_json(event),
        published_at=event.at,
    )
    transaction.on_commit(deliver_waiting)


def deliver_waiting(limit: int = 100) -> int:
    """Hand waiting events to their handlers, oldest first; a failed one stays and is tried again later."""
    waiting = OutboxEvent.objects.filter(delivered_at__isnull=True, tries__lt=10)
    rows = list(waiting.order_by("id")[:limit])
    return sum(_deliver(row) for row in rows)


def _deliver(row: OutboxEvent) -> bool:
    by_name = {cls.__name__: cls for cls in _wiring}
    cls = by_name.get(row.name)
    try:
        if cls is not None:
            event = _from_json(cls, row.body)
            for handler in _wiring[cls]:
                handler(event)
    except Exception as error:  # any handler's failure must leave the event waiting, never lose it
        log.exception("event %s was not delivered", row.name)
        row.tries += 1
        row.last_error = repr(error)[:2000]
        row.save(update_fields=["tries", "last_error"])
        return False
    row.delivered_at = clock.now()
    row.save(update_fields=["delivered_at"])
    return True


def _to_json(event: Event) -> str:
    return json.dumps({f.name: _plain(getattr(event, f.name)) for f in fields(event)})


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, datetime) else value


def _from_json(cls: type[Event], body: str) -> Event:
    hints = get_type_hints(
        cls, localns={"UUID": UUID, "datetime": datetime}
    )  # imported for typing only there
    return cls(**{name: _typed(hints[name], value) for name, value in json.loads(body).items()})


def _typed(hint: Any, value: Any) -> Any:  # hints are runtime objects; Any is what typing gives
    if value is None:
        return None
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    hint = getattr(hint, "__supertype__", hint)
    if hint is UUID:
        return UUID(value)
    return datetime.fromisoformat(value) if hint is datetime else value


def waiting() -> tuple[int, int]:
    """How many events wait for delivery, and how many have been given up after ten tries."""
    undelivered = OutboxEvent.objects.filter(delivered_at__isnull=True)
    stuck = undelivered.filter(tries__gte=10).count()
    return undelivered.count() - stuck, stuck
