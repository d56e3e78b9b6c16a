"""What happens to people, told to the rooms above. No name, code or contact travels in an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.kit.events import Event

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonJoined(Event):
    """Someone has an account now."""

    person: UUID
    organisation: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CardReissued(Event):
    """A facilitator gave someone a new code; the old code and secrets died with it."""

    person: UUID
    organisation: UUID
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGranted(Event):
    """Someone may act for an organisation, or for one run of it. `by` is None for the first operator."""

    person: UUID
    organisation: UUID
    role: str
    run: UUID | None
    by: UUID | None
