"""When somebody counts as stuck: they try, and it does not work. A teacher may want to look at it with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.assessment.values import BestResult, OutcomeMastery

LEAST_ANSWERS = 4


def stuck_at(beliefs: Sequence[OutcomeMastery]) -> OutcomeMastery | None:
    """The outcome that goes worst, when fewer than half of at least four first answers were right."""
    bad = [one for one in beliefs if one.of >= LEAST_ANSWERS and 2 * one.right < one.of]
    return min(bad, key=lambda one: one.right / one.of, default=None)


def did_not_pass(result: BestResult | None) -> bool:
    """Tried the final check, and has not passed it yet."""
    return result is not None and not result.passed
