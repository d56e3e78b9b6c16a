"""Counts of people in which small cells are hidden, and with them what would give a small cell away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FLOOR = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of counts as it may be published: None stands for a hidden cell, or for a hidden total."""

    cells: tuple[int | None, ...]
    total: int | None

    @property
    def hidden(self) -> bool:
        """Whether anything is."""
        return self.total is None or None in self.cells


def hide_small(counts: Sequence[int], floor: int = FLOOR) -> Shown:
    """`counts`, which add up to a published total, without the cells under `floor` or what tells them.

    The next smallest cells are hidden too until nobody can work one out, not even by trying every table that this
    rule would publish alike; equal cells go together, or their order would tell. When there is nothing left to hide,
    the total goes. Zero is small: that nobody passed tells something about everybody.
    """
    total = sum(counts)
    hidden = {place for place, count in enumerate(counts) if count < floor}
    while hidden and total >= floor and not _safe([counts[place] for place in hidden], floor):
        rest = [count for place, count in enumerate(counts) if place not in hidden]
        if not rest:
            return _nothing(counts)
        hidden |= {place for place, count in enumerate(counts) if count == min(rest)}
    if total < floor:
        return _nothing(counts)
    return Shown(tuple(None if place in hidden else count for place, count in enumerate(counts)), total)


def _safe(hidden: Sequence[int], floor: int) -> bool:
    """At least two cells, of at least `floor` people together, that are not all just below the floor."""
    return len(hidden) > 1 and sum(hidden) >= floor and any(count != floor - 1 for count in hidden)


def _nothing(counts: Sequence[int]) -> Shown:
    return Shown((None,) * len(counts), None)
