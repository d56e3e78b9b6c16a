"""Classical item analysis: how hard an item is, whether it tells who knows from who does not, how sure a score is.

Answers come as a matrix: one row a learner, one column an item, 1 right and 0 wrong. What cannot be reckoned, such as
a correlation where nobody differs, is None and never a number that looks like one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Matrix = Sequence[Sequence[int]]

PILOT_BELOW = 100  # learners per item; with fewer, figures are a pilot's and say so


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item: share of right answers, and its correlation with the rest of the test (the item left out)."""

    difficulty: float
    discrimination: float | None
    answers: int

    @property
    def pilot(self) -> bool:
        return self.answers < PILOT_BELOW


@dataclass(frozen=True, slots=True)
class PaperFigures:
    """A whole paper: reliability (Cronbach's alpha), standard error of measurement in points, and its items."""

    items: tuple[ItemFigures, ...]
    alpha: float | None
    sem: float | None
    answers: int


def analyse(matrix: Matrix) -> PaperFigures:
    """Figures of a paper from everyone's right and wrong answers."""
    columns = [list(column) for column in zip(*matrix, strict=True)]
    totals = [sum(row) for row in matrix]
    alpha = _alpha(columns, totals)
    return PaperFigures(
        items=tuple(_item(column, totals) for column in columns),
        alpha=alpha,
        sem=None if alpha is None else sqrt(_variance(totals) * max(0.0, 1 - alpha)),
        answers=len(matrix),
    )


def choice_shares(responses: Sequence[str], choices: Sequence[str]) -> Mapping[str, float]:
    """Which share of answers went to each choice; one hardly ever chosen distracts nobody."""
    counted = Counter(responses)
    total = sum(counted[choice] for choice in choices)
    return {choice: counted[choice] / total if total else 0.0 for choice in choices}


def _item(column: Sequence[int], totals: Sequence[int]) -> ItemFigures:
    rest = [total - answer for total, answer in zip(totals, column, strict=True)]
    return ItemFigures(sum(column) / len(column), _correlation(column, rest), len(column))


def _alpha(columns: Sequence[Sequence[int]], totals: Sequence[int]) -> float | None:
    count, spread = len(columns), _variance(totals)
    if count < 2 or spread == 0:
        return None
    return count / (count - 1) * (1 - sum(_variance(column) for column in columns) / spread)


def _variance(values: Sequence[int]) -> float:
    """With n - 1; zero where there are fewer than two."""
    if len(values) < 2:
        return 0.0
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)


def _correlation(left: Sequence[int], right: Sequence[int]) -> float | None:
    spread = _variance(left) * _variance(right)
    if spread == 0:
        return None
    means = sum(left) / len(left), sum(right) / len(right)
    together = sum((a - means[0]) * (b - means[1]) for a, b in zip(left, right, strict=True))
    return together / (len(left) - 1) / sqrt(spread)
