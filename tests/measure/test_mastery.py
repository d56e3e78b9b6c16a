"""What unaided answers make us believe of an outcome."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio_measure.mastery import RULE, Evidence, Reason, Rule, believe, estimate_from


def answers(marks: str) -> list[Evidence]:
    """One different item per mark: + right, - not."""
    return [Evidence(f"item-{num}", mark == "+") for num, mark in enumerate(marks)]


@pytest.mark.parametrize(
    ("marks", "reason"),
    [
        ("", Reason.NO_EVIDENCE),
        ("+", Reason.TOO_FEW_ITEMS),
        ("+++", Reason.TOO_FEW_ITEMS),
        ("++++", Reason.MASTERED),
        ("-+++++", Reason.MASTERED),
        ("+++++-", Reason.ESTIMATE_LOW),
        ("----", Reason.ESTIMATE_LOW),
        ("-+++", Reason.ESTIMATE_LOW),
    ],
)
def test_the_rule_by_example(marks: str, reason: Reason):
    assert believe(answers(marks)).reason is reason


def test_three_right_in_a_row_are_not_mastery():
    assert not believe(answers("-----+++")).mastered


def test_the_same_item_over_and_over_is_one_item():
    evidence = [Evidence("one", True)] * 20
    assert believe(evidence).reason is Reason.TOO_FEW_ITEMS


def test_an_estimate_is_the_mean_of_a_beta():
    assert estimate_from([True, True], Rule(decay=1.0)) == pytest.approx(3 / 4)


def test_without_answers_the_prior_speaks():
    assert estimate_from([]) == pytest.approx(0.5)


@given(st.lists(st.booleans(), max_size=60))
def test_an_estimate_is_a_chance(marks: list[bool]):
    assert 0 < estimate_from(marks) < 1


@given(st.lists(st.booleans(), max_size=60))
def test_one_more_right_answer_never_lowers_the_estimate_of_the_same_past(marks: list[bool]):
    assert estimate_from([*marks, True]) > estimate_from([*marks, False])


@given(st.lists(st.booleans(), min_size=2, max_size=30))
def test_newer_answers_weigh_more(marks: list[bool]):
    assert estimate_from(sorted(marks)) >= estimate_from(sorted(marks, reverse=True))


def test_the_rule_asks_for_more_than_a_streak():
    assert RULE.least_items > 3
