"""Events go up: published in the caller's transaction, delivered after commit, at least once, to what wiring says.

Handlers are idempotent by `event_id`. The whole map of who reacts to what is one dict in `site/wiring.py`.
This module is pure, so that every wall's `events.py` may stand on it; `kit.outbox` keeps and delivers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened: an id to be idempotent by, and when.

    Other fields are plain: UUID, str, int, float, bool, datetime or None, and tuples or mappings of these.
    """

    event_id: UUID
    at: datetime


_keep: list[Callable[[Event], None]] = []


def install_outbox(keep: Callable[[Event], None]) -> None:
    """Say who keeps published events; called once, by the kit's own app."""
    _keep[:] = [keep]


def publish(event: Event) -> None:
    """Write `event` to the outbox, in the surrounding transaction; it is delivered once that commits."""
    for keep in _keep:
        keep(event)
