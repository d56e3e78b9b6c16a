"""The machine's review, and when a version opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.learning.content.api import read_folder
from tequio.learning.review.criteria import BY_KEY, CRITERIA
from tequio.learning.review.flaws import flaws
from tequio.learning.review.machine import machine_review
from tequio.learning.review.rules import is_open, passes
from tequio.learning.values import CriterionResult, Finding, ReviewKind, ReviewSummary, StepKind
from tequio_standards.qti import Choice, Item

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def source(folder):
    return read_folder(folder)


def found(source, criterion):
    return next(row for row in machine_review(source) if row.criterion == criterion)


def item(key, right, *wrong, stem="Which?"):
    texts = {"a": right, **dict(zip("bcd", wrong, strict=False))}
    choices = tuple(Choice(k, {"en": text}) for k, text in texts.items())
    return Item(key=key, outcome="o", kind="single", stem={"en": stem}, choices=choices, correct=("a",))


def with_step_kind(source, kind):
    module = source.shape.modules[0]
    steps = tuple(replace(s, info=replace(s.info, kind=kind, items=())) for s in module.steps)
    return replace(source, shape=replace(source.shape, modules=(replace(module, steps=steps),)))


def test_the_list_is_r01_to_r45():
    assert [criterion.key for criterion in CRITERIA] == [f"R{num:02}" for num in range(1, 46)]


def test_each_criterion_gets_one_row_with_evidence(source):
    rows = machine_review(source)
    assert [row.criterion for row in rows] == list(BY_KEY)
    assert all(row.evidence for row in rows)


def test_a_person_is_left_what_only_a_person_can_decide(source):
    for criterion in CRITERIA:
        if criterion.by == "H":
            assert found(source, criterion.key).finding is Finding.NOT_APPLICABLE


def test_the_clean_course_passes(source):
    assert passes(machine_review(source))


BREAKS = {
    "R02": lambda s: replace(s, final=()),
    "R03": lambda s: replace(s, final=tuple(replace(i, level="remember") for i in s.final)),
    "R05": lambda s: with_step_kind(s, StepKind.EXPLANATION),
    "R12": lambda s: replace(s, shape=replace(s.shape, audience={"es": "x"})),
    "R23": lambda s: replace(s, shape=replace(s.shape, licence="unknown")),
    "R24": lambda s: replace(s, shape=replace(s.shape, expires=None)),
    "R28": lambda s: replace(s, practice=(replace(s.practice[0], explanation={}), *s.practice[1:])),
    "R29": lambda s: replace(s, final=(*s.final, replace(s.practice[0], key="f-copy"))),
    "R30": lambda s: replace(s, final=s.final[:6]),
    "R44": lambda s: replace(
        s, shape=replace(s.shape, outcomes=(replace(s.shape.outcomes[0], alignments=()),))
    ),
    "R45": lambda s: replace(s, delayed=()),
}


@pytest.mark.parametrize("criterion", BREAKS)
def test_a_broken_course_fails_that_criterion(source, criterion):
    assert found(source, criterion).finding is Finding.MET
    assert found(BREAKS[criterion](source), criterion).finding is Finding.NOT_MET


def test_all_of_the_above_is_a_flaw():
    assert flaws([item("i1", "One", "Two", "All of the above")])
    assert flaws([item("i1", "Uno", "Dos", "Ninguna de las anteriores")])


def test_an_unmarked_negative_is_a_flaw_and_a_marked_one_is_not():
    assert flaws([item("i1", "One", "Two", stem="Which of these is not safe?")])
    assert not flaws([item("i1", "One", "Two", stem="Which of these is **not** safe?")])


def test_the_longest_being_right_is_a_flaw_of_the_set():
    cued = [item(f"i{n}", "the very longest of all", "short", "tiny") for n in range(6)]
    assert flaws(cued)
    assert not flaws(cued[:5])  # too few to say


def review(kind, *, passed, hour):
    return ReviewSummary(kind, "x", passed, NOW + timedelta(hours=hour), demo=False)


def test_a_version_opens_when_program_and_reviewer_both_pass_it():
    machine = review(ReviewKind.MACHINE, passed=True, hour=0)
    assert not is_open([machine])
    assert not is_open([machine, review(ReviewKind.SELF, passed=False, hour=1)])
    assert is_open([machine, review(ReviewKind.SELF, passed=True, hour=1)])
    assert not is_open([review(ReviewKind.SELF, passed=True, hour=1)])


def test_the_last_word_of_each_kind_counts():
    reviews = [review(ReviewKind.MACHINE, passed=True, hour=0), review(ReviewKind.SELF, passed=True, hour=1)]
    assert not is_open([*reviews, review(ReviewKind.SELF, passed=False, hour=2)])


@given(st.lists(st.sampled_from(Finding), min_size=45, max_size=45))
def test_a_review_passes_only_without_an_unmet_essential_of_level_one(findings):
    rows = [CriterionResult(key, finding, "") for key, finding in zip(BY_KEY, findings, strict=True)]
    blocked = [r for r in rows if r.finding is Finding.NOT_MET and BY_KEY[r.criterion].level == 1]
    assert passes(rows) == (not blocked)


def test_an_empty_review_passes_nothing():
    assert not passes([])
