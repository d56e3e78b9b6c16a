"""Sitting a check: from the first item to the result, within the limits."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tequio.assessment import api
from tequio.assessment.errors import AttemptOpen, AttemptUnknown, PaperNotReady, StartRefused
from tequio.assessment.rules import StartRefusal
from tequio.assessment.values import AttemptState, OutcomeScore
from tequio.kit.errors import NotAllowed, NotFound
from tequio.kit.ids import new_uuid
from tests.assessment.desk import BEGIN, ENROLMENT, HOUR, MINUTE, OTHER_ENROLMENT, bank_items, set_desk
from tests.cast import NOBODY

pytestmark = pytest.mark.django_db


def test_all_right_passes_with_the_result_by_outcome(desk):
    result = desk.sit("b")
    assert (result.passed, result.score, result.state) == (True, Fraction(1), AttemptState.SUBMITTED)
    assert result.by_outcome == (
        OutcomeScore("spot", 2, 2),
        OutcomeScore("share", 2, 2),
    )  # as in the blueprint
    assert result.finished_at == BEGIN + 2 * MINUTE
    assert (result.next_try_at, result.tries_left) == (None, 0)


def test_all_wrong_fails_and_says_when_to_come_back(desk):
    result = desk.sit("a")
    assert (result.passed, result.score, result.tries_left) == (False, Fraction(0), 2)
    assert result.next_try_at == result.finished_at + 24 * HOUR


def test_the_cut_itself_passes(desk):
    view = desk.start()
    desk.answer_all(view, "b")
    desk.save(view, view.items[0].key, "a", at=BEGIN + 2 * MINUTE)
    result = desk.submit(view, BEGIN + 3 * MINUTE)
    assert (result.score, result.cut, result.passed) == (Fraction(3, 4), Fraction(3, 4), True)


def test_the_clock_runs_from_the_first_serve(desk):
    assert desk.start().deadline == BEGIN + 20 * MINUTE


def test_starting_again_goes_on_with_the_open_attempt(desk):
    first = desk.start()
    desk.save(first, first.items[0].key, "c")
    again = desk.start(BEGIN + 5 * MINUTE)
    assert (again.id, again.deadline, again.items) == (first.id, first.deadline, first.items)
    assert again.saved == {first.items[0].key: ("c",)}


def test_handing_in_twice_gives_the_same_result(desk):
    view = desk.start()
    desk.answer_all(view)
    assert desk.submit(view) == desk.submit(view, BEGIN + 9 * MINUTE)


def test_there_is_no_result_while_it_is_open(desk):
    with pytest.raises(AttemptOpen):
        api.result(desk.start().id)


def test_between_tries_one_waits(desk):
    failed = desk.sit("a")
    with pytest.raises(StartRefused) as caught:
        desk.start(failed.next_try_at - MINUTE)
    assert (caught.value.reason, caught.value.ready_at) == (StartRefusal.MUST_WAIT, failed.next_try_at)
    assert desk.start(failed.next_try_at).number == 2


def test_tries_run_out(desk):
    at = BEGIN
    for number in (1, 2, 3):
        result = desk.sit("a", at)
        assert result.number == number
        at = result.finished_at + 25 * HOUR
    with pytest.raises(StartRefused) as caught:
        desk.start(at)
    assert caught.value.reason is StartRefusal.NO_TRIES
    assert result.next_try_at is None


def test_once_passed_there_is_nothing_to_start(desk):
    desk.sit("b")
    with pytest.raises(StartRefused) as caught:
        desk.start(BEGIN + 48 * HOUR)
    assert caught.value.reason is StartRefusal.PASSED


def test_time_that_runs_out_closes_the_attempt_with_what_was_saved(desk):
    view = desk.start()
    desk.answer_all(view, "b")
    seen = api.view_attempt(attempt=view.id, by=desk.rosa, now=BEGIN + 21 * MINUTE)
    result = api.result(view.id)
    assert seen.state is AttemptState.TIMED_OUT
    assert (result.passed, result.finished_at, result.state) == (True, view.deadline, AttemptState.TIMED_OUT)


def test_handing_in_after_the_deadline_is_running_out_of_time(desk):
    view = desk.start()
    desk.answer_all(view, "b")
    assert desk.submit(view, BEGIN + 21 * MINUTE).state is AttemptState.TIMED_OUT


def test_handing_in_at_the_deadline_is_in_time(desk):
    view = desk.start()
    assert desk.submit(view, view.deadline).state is AttemptState.SUBMITTED


@pytest.mark.parametrize("ask", ["start", "result", "attempts", "close_overdue"])
def test_whoever_asks_first_finds_the_attempt_closed(desk, ask: str):
    view, later = desk.start(), BEGIN + 30 * MINUTE
    if ask == "start":
        with pytest.raises(StartRefused):
            desk.start(later)
    elif ask == "result":
        api.result(view.id, now=later)
    elif ask == "attempts":
        api.attempts(ENROLMENT, now=later)
    else:
        assert api.close_overdue(now=later) == 1
        assert api.close_overdue(now=later) == 0
    assert api.result(view.id).finished_at == view.deadline


def test_the_wait_counts_from_the_deadline_of_a_timed_out_attempt(desk):
    view = desk.start()
    assert api.result(view.id, now=BEGIN + 30 * HOUR).next_try_at == view.deadline + 24 * HOUR
    assert desk.start(BEGIN + 30 * HOUR).number == 2


def test_attempts_are_listed_in_order(desk):
    desk.sit("a")
    open_one = desk.start(BEGIN + 48 * HOUR)
    listed = api.attempts(ENROLMENT)
    assert [(one.number, one.state, one.passed) for one in listed] == [
        (1, AttemptState.SUBMITTED, False),
        (2, AttemptState.OPEN, None),
    ]
    assert listed[1].id == open_one.id


def test_without_reviewed_items_no_form_is_drawn(cast):
    desk = set_desk(cast, items=bank_items(reviewed=False))
    assert api.paper(desk.paper).lacking == ("spot", "share")
    with pytest.raises(PaperNotReady):
        desk.start()


def test_enrolments_do_not_share_attempts(desk):
    one, other = desk.start(), desk.start(registration=OTHER_ENROLMENT)
    assert one.id != other.id


def test_a_paper_nobody_made_is_not_found(desk):
    with pytest.raises(NotFound):
        desk.start(paper=new_uuid())


def test_nobody_starts_nothing(desk):
    with pytest.raises(NotAllowed):
        desk.start(by=NOBODY)


@pytest.mark.parametrize("name", ["tomas", "leticia", "joaquin", "lupita", "marisol", "ines", "nobody"])
def test_somebody_elses_attempt_looks_like_none(desk, name: str):
    view, other = desk.start(), desk.cast.actor(name)
    later = BEGIN + MINUTE
    with pytest.raises(AttemptUnknown):
        api.view_attempt(attempt=view.id, by=other, now=later)
    with pytest.raises(AttemptUnknown):
        api.submit(attempt=view.id, by=other, now=later)
    with pytest.raises(AttemptUnknown):
        desk.save(view, view.items[0].key, "b", by=other)
    if name != "nobody":
        with pytest.raises(AttemptUnknown):
            desk.start(by=other)


@pytest.mark.parametrize(
    ("name", "may"), [("rosa", True), ("joaquin", True), ("tomas", False), ("ines", False)]
)
def test_a_result_is_for_its_learner_and_their_teacher(desk, name: str, may: bool):
    result, reader = desk.sit("b"), desk.cast.actor(name)
    assert len(api.attempts(ENROLMENT, by=reader)) == int(may)
    if may:
        assert api.result(result.attempt, by=reader).passed
    else:
        with pytest.raises(AttemptUnknown):
            api.result(result.attempt, by=reader)


def test_changed_rules_hold_for_attempts_that_start_later(desk):
    view = desk.start()
    changed = set_desk(desk.cast, minutes=40, cut=Fraction(1))
    assert changed.paper == desk.paper
    desk.answer_all(view, "b")
    assert desk.submit(view).cut == Fraction(3, 4)
    assert desk.start(BEGIN, registration=OTHER_ENROLMENT).deadline == BEGIN + 40 * MINUTE
