"""When somebody counts as stuck."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tequio.assessment.values import BestResult, MasteryState, OutcomeMastery
from tequio.web.teach.stuck import did_not_pass, stuck_at


def belief(outcome: str, right: int, of: int) -> OutcomeMastery:
    return OutcomeMastery(outcome=outcome, state=MasteryState.LEARNING, right=right, of=of, reason="")


@pytest.mark.parametrize(("right", "of"), [(0, 0), (0, 3), (2, 4), (3, 6), (4, 4)])
def test_half_right_or_too_few_answers_is_not_stuck(right, of):
    assert stuck_at([belief("a", right, of)]) is None


@pytest.mark.parametrize(("right", "of"), [(1, 4), (0, 4), (2, 5)])
def test_fewer_than_half_of_four_or_more_is_stuck(right, of):
    assert stuck_at([belief("a", right, of)]) is not None


def test_the_worst_outcome_is_named():
    found = stuck_at([belief("a", 2, 5), belief("b", 1, 5), belief("c", 5, 5)])

    assert found is not None
    assert found.outcome == "b"


@pytest.mark.parametrize(("result", "stuck"), [(None, False), (True, False), (False, True)])
def test_a_check_that_was_not_passed_counts(result, stuck):
    best = None if result is None else BestResult(result, Fraction(1, 2), (), 1)

    assert did_not_pass(best) is stuck
