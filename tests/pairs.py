"""All-pairs sampling: few rows in which every two values of different columns still meet. Pure, always the same."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
Pair = tuple[int, object, int, object]


def pairs_of(row: Sequence[object]) -> frozenset[Pair]:
    """Every two values of a row, with their columns."""
    return frozenset((i, row[i], j, row[j]) for i, j in combinations(range(len(row)), 2))


def sample(*columns: Sequence[T]) -> list[tuple[T, ...]]:
    """Greedy: always the row in which most pairs meet that have not met yet; the first of equals."""
    rows = {row: pairs_of(row) for row in product(*columns)}
    left = set().union(*rows.values())
    chosen = []
    while left:
        best = max(rows, key=lambda row: len(rows[row] & left))
        chosen.append(best)
        left -= rows.pop(best)
    return chosen
