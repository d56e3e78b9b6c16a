"""What the ledger hears of an attempt, and what the walls above do."""

from __future__ import annotations

import json

import pytest

from tequio.assessment.statements import ATTEMPT, SEQ
from tequio.kit.models import OutboxEvent
from tequio_standards.xapi import verbs
from tests.assessment.desk import BEGIN, ENROLMENT, HOME, MINUTE, statements

pytestmark = pytest.mark.django_db


def test_an_attempt_is_told_from_start_to_result(desk):
    desk.sit("b")
    told = [one.verb for one in statements()]
    assert told == [verbs.STARTED, *[verbs.SAVED] * 4, verbs.SUBMITTED, verbs.PASSED]


def test_one_that_ran_out_of_time_is_told_as_such_at_its_deadline(desk):
    view = desk.start()
    desk.submit(view, view.deadline + MINUTE)
    out_of_time, failed = statements()[1:]
    assert (out_of_time.verb, failed.verb) == (verbs.TIMED_OUT, verbs.FAILED)
    assert out_of_time.timestamp == view.deadline


def test_every_statement_bears_enrolment_and_attempt(desk):
    result = desk.sit("a")
    for one in statements():
        assert one.context.registration == ENROLMENT
        assert one.context.extensions[ATTEMPT] == str(result.attempt)
        assert one.actor.name == "citlali"
        assert one.context.language == "es"


def test_a_save_says_the_response_and_its_place_in_order(desk):
    view = desk.start()
    desk.save(view, view.items[0].key, "c", seq=9)
    (saved,) = statements(verbs.SAVED)
    assert saved.result.response == "c"
    assert saved.context.extensions[SEQ] == 9
    assert saved.object.id == f"{HOME}/items/{view.items[0].key}"
    assert saved.context.parent == (f"{HOME}/papers/final",)


def test_late_saves_and_replays_are_not_told(desk):
    view = desk.start()
    desk.save(view, view.items[0].key, "c", key="k")
    desk.save(view, view.items[0].key, "c", key="k")
    desk.save(view, view.items[0].key, "b", at=view.deadline + MINUTE)
    assert len(statements(verbs.SAVED)) == 1


def test_the_score_of_the_whole_may_be_said(desk):
    desk.sit("b")
    (passed,) = statements(verbs.PASSED)
    assert (passed.result.success, passed.result.completion, passed.result.score.scaled) == (True, True, 1.0)


def test_the_walls_above_hear_of_it_once(desk):
    result = desk.sit("b")
    desk.submit(desk_view(result), BEGIN + 9 * MINUTE)
    (event,) = OutboxEvent.objects.filter(name="AttemptSubmitted")
    body = json.loads(event.body)
    assert (body["passed"], body["timed_out"]) == (True, False)
    for known in (result.attempt, result.registration, result.person, result.paper, result.organisation):
        assert str(known) in event.body


def desk_view(result):
    """Enough of a view to hand the attempt in again."""
    return type("View", (), {"id": result.attempt})
