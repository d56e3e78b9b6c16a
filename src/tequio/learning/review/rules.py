"""When a review passes, and when a version does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.learning.review.criteria import BY_KEY
from tequio.learning.values import Finding, ReviewKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tequio.learning.values import CriterionResult, ReviewSummary

OPENING_LEVEL = 1  # what must be met before a run opens to everyone


def passes(results: Sequence[CriterionResult]) -> bool:
    """A review passes when it says something and finds no essential criterion of the opening level unmet."""
    return bool(results) and not unmet(results)


def unmet(results: Iterable[CriterionResult]) -> tuple[str, ...]:
    """The essential criteria of the opening level that were found not met."""
    return tuple(
        result.criterion
        for result in results
        if result.finding is Finding.NOT_MET and 1 <= BY_KEY[result.criterion].level <= OPENING_LEVEL
    )


def is_open(reviews: Sequence[ReviewSummary]) -> bool:
    """A version opens beyond a preview when the last review of each kind passed (assurance Q1)."""
    last = {review.kind: review.passed for review in sorted(reviews, key=lambda review: review.at)}
    return all(last.get(kind, False) for kind in ReviewKind)
