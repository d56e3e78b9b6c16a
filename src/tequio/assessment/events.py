"""What happens in assessment, told to the walls above. No answer and no key travels in an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.kit.events import Event

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptSubmitted(Event):
    """An attempt is closed and scored, by the learner or by the clock (HOUSE, Attempts)."""

    attempt: UUID
    paper: UUID
    registration: UUID
    passed: bool
    person: UUID
    organisation: UUID
    timed_out: bool = False
