"""Sitting a check: from the first item to the result."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tequio.assessment.values import AttemptState, OutcomeScore
from tests.assessment.desk import BEGIN, MINUTE

pytestmark = pytest.mark.django_db


def test_all_right_passes_with_the_result_by_outcome(desk):
    result = desk.sit("b")
    assert (result.passed, result.score, result.state) == (True, Fraction(1), AttemptState.SUBMITTED)
    assert set(result.by_outcome) == {OutcomeScore("spot", 2, 2), OutcomeScore("share", 2, 2)}
    assert result.finished_at == BEGIN + 2 * MINUTE
    assert result.next_try_at is None


def test_all_wrong_fails_and_says_when_to_come_back(desk):
    result = desk.sit("a")
    assert (result.passed, result.score, result.tries_left) == (False, Fraction(0), 2)
    assert (result.next_try_at - result.finished_at).total_seconds() == 24 * 3600
