"""Attacks on tables with hidden cells: what somebody works out who has the published table and nothing else.

Both return the hidden cells that they recover, as {place: count}. A rule that hides well leaves both empty-handed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from tequio_measure.small_cells import Shown

Rule = Callable[[Sequence[int], int], Shown]


def from_totals(shown: Shown, floor: int) -> dict[int, int]:
    """By subtraction: what the shown cells leave of the total, shared out among the hidden ones."""
    hidden = [place for place, cell in enumerate(shown.cells) if cell is None]
    if shown.total is None or not hidden:
        return {}
    left = shown.total - sum(cell for cell in shown.cells if cell is not None)
    if len(hidden) == 1:
        return {hidden[0]: left}
    return dict.fromkeys(hidden, 0) if left == 0 else {}


def from_the_rule(rule: Rule, *, cells: int, most: int, floor: int) -> Iterator[tuple[Shown, dict[int, int]]]:
    """By knowing the rule: of all tables that would be published just like this, does a hidden cell never differ?

    Every table of `cells` counts from 0 to `most` is tried, so nothing is left to luck. Tables whose hidden cells
    could be larger than `most` are left out by whoever asks.
    """
    same: dict[Shown, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(most + 1), repeat=cells):
        same[rule(counts, floor)].append(counts)
    for shown, tables in same.items():
        places = [place for place, cell in enumerate(shown.cells) if cell is None]
        values = {place: {table[place] for table in tables} for place in places}
        yield shown, {place: one.pop() for place, one in values.items() if len(one) == 1}


def planted(floor: int, most: int) -> Iterator[tuple[int, ...]]:
    """Tables made to be attacked: one small cell, two that leave nothing, ties, and cells just below the floor."""
    for other in range(floor, most + 1):
        yield from ((small, other, other + 1) for small in range(floor))
        yield from ((small, other, other) for small in range(floor))
        yield (0, 0, other)
        yield (floor - 1, floor - 1, other)
        yield (floor - 1, other, floor)
    yield (0, floor)
    yield (floor - 1,) * 3
