"""Drawing a form: at random from each outcome's items, those least often seen by this learner first. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tequio.assessment.values import BlueprintRow

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item version that may be drawn, and how often this learner has met its item."""

    version: int
    outcome: str
    seen: int


def draw(
    candidates: Sequence[Candidate], blueprint: Iterable[BlueprintRow], pick: Callable[[int], int]
) -> tuple[int, ...]:
    """Versions for a form by `blueprint`, in random order. `pick(n)` gives a uniform index below n."""
    chosen = [
        candidate.version
        for row in blueprint
        for candidate in _least_seen([c for c in candidates if c.outcome == row.outcome], pick)[: row.count]
    ]
    return shuffled(chosen, pick)


def _least_seen(candidates: Sequence[Candidate], pick: Callable[[int], int]) -> list[Candidate]:
    return sorted(shuffled(candidates, pick), key=lambda candidate: candidate.seen)  # the sort is stable


def shuffled(things: Iterable[Thing], pick: Callable[[int], int]) -> tuple[Thing, ...]:
    """`things` in a uniformly random order (Fisher and Yates)."""
    order = list(things)
    for last in range(len(order) - 1, 0, -1):
        other = pick(last + 1)
        order[last], order[other] = order[other], order[last]
    return tuple(order)
