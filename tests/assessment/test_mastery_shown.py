"""Mastery as a learner sees it: from unaided first answers only, with the numbers in the sentence."""

from __future__ import annotations

import pytest
from django.utils import translation

from tequio.assessment import api
from tequio.assessment.practising import ROUND
from tequio.assessment.values import MasteryState
from tests.assessment.desk import ENROLMENT, OTHER_ENROLMENT, single
from tests.assessment.test_practice import Learner

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(cast) -> Learner:
    return Learner(cast)


def practise(rosa: Learner, marks: str, *, first: int = 1) -> None:
    """One new item per mark: + right, - wrong then right, h right after a hint."""
    for num, mark in enumerate(marks, start=first):
        rosa.item = single(f"p-{num}")
        if mark == "h":
            rosa.hint()
        if mark == "-":
            rosa.answer("a")
        rosa.answer("b")


def spot(registration=ENROLMENT):
    with translation.override("en"):
        return api.mastery(registration, ["spot"])[0]


def test_new_before_any_practice(rosa):
    assert (spot().state, spot().reason) == (MasteryState.NEW, "no_evidence")


def test_three_right_in_a_row_are_still_learning(rosa):
    practise(rosa, "+++")
    assert (spot().state, spot().reason, spot().right, spot().of) == (
        MasteryState.LEARNING,
        "too_few_items",
        3,
        3,
    )
    assert "3 different items" in spot().sentence


def test_four_different_items_right_at_once_are_mastery(rosa):
    practise(rosa, "++++")
    assert spot().state is MasteryState.MASTERED
    assert spot().numbers["estimate"] == 81


def test_right_at_the_second_try_or_after_a_hint_does_not_count_as_right(rosa):
    practise(rosa, "+--h+h")
    assert (spot().right, spot().of, spot().state) == (2, 6, MasteryState.LEARNING)
    assert "2 of 6" in spot().sentence


def test_more_answers_to_the_same_item_the_same_day_add_nothing(rosa):
    practise(rosa, "-")
    for _ in range(5):
        rosa.answer("b")
    assert spot().of == 1


def test_the_next_day_an_item_is_a_new_go(rosa):
    practise(rosa, "----")
    rosa.at += ROUND
    for _ in range(3):
        practise(rosa, "++++")
        rosa.at += ROUND
    assert (spot().state, spot().right, spot().of) == (MasteryState.MASTERED, 12, 16)


def test_mastery_can_be_lost(rosa):
    practise(rosa, "++++")
    practise(rosa, "--", first=5)
    assert spot().state is MasteryState.LEARNING


def test_outcomes_and_enrolments_are_kept_apart(rosa):
    practise(rosa, "++++")
    assert [one.state for one in api.mastery(ENROLMENT, ["share", "spot"])] == [
        MasteryState.NEW,
        MasteryState.MASTERED,
    ]
    assert spot(OTHER_ENROLMENT).state is MasteryState.NEW


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_rule_is_said_with_its_numbers(language: str):
    with translation.override(language):
        rule = api.mastery_rule()
    assert str(rule) == rule.sentence
    for figure in ("4", "75", "90"):
        assert figure in rule.sentence
