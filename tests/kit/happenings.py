"""Events and handlers for the tests of the outbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NewType
from uuid import UUID, uuid5

from tequio.kit.events import Event

DoorId = NewType("DoorId", UUID)
SPACE = UUID("0b3a7c5e-0000-4000-8000-000000000001")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorOpened(Event):
    """A door was opened."""

    door: DoorId
    times: int = 1
    by: UUID | None = None
    rooms: tuple[UUID, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorBroken(Event):
    """A door broke; what it carries is no plain value."""

    tool: object


def opened(number: int = 1, **changes: object) -> DoorOpened:
    door = DoorId(uuid5(SPACE, f"door {number}"))
    return DoorOpened(event_id=uuid5(SPACE, str(number)), at=NOON, door=door, **changes)


class Doorman:
    """A handler that remembers, and fails when told to."""

    def __init__(self) -> None:
        self.seen: list[DoorOpened] = []
        self.failing = False

    def __call__(self, event: DoorOpened) -> None:
        if self.failing:
            raise OSError("the doorman sleeps")
        self.seen.append(event)
