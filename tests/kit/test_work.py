"""Long work: seen while it goes on, cancelled between steps, never done twice, and lost work is called lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tequio.kit import clock, ids, jobs, work
from tequio.kit.errors import NotFound, Refused
from tequio.kit.going import Stopped
from tequio.kit.models import JobLease, OutboxEvent, Work
from tequio.kit.work import State

pytestmark = pytest.mark.django_db
SCOPE, WHO = ids.new_uuid(), ids.new_uuid()


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    """What each kind does in these tests; tests put their own in."""
    own: dict = {"nothing": lambda going, details: {"said": details.get("word", "")}}
    monkeypatch.setattr(work, "_kinds", own)
    return own


def asked(kind="nothing", **details):
    return work.ask(kind, scope=SCOPE, by=WHO, language="en", now=clock.now(), details=details)


def seen(one):
    return work.look(one, now=clock.now())


def test_it_is_queued_and_then_done_with_its_result():
    one = asked(word="hello")
    assert seen(one).state is State.QUEUED
    jobs.run_waiting()
    assert (seen(one).state, seen(one).result) == (State.DONE, {"said": "hello"})


def test_it_says_how_far_it_is(kinds):
    def slow(going, details):
        going.step("sweep", 3, 7)
        looks.append(seen(one))
        return {}

    looks: list[work.WorkInfo] = []
    kinds["slow"] = slow
    one = asked("slow")
    jobs.run_waiting()
    (now,) = looks
    assert (now.state, now.phase, now.done, now.of, now.alive) == (State.RUNNING, "sweep", 3, 7, True)


def test_a_refusal_is_kept_in_its_own_words(kinds):
    kinds["refusing"] = lambda going, details: (_ for _ in ()).throw(Refused("Not like this."))
    one = asked("refusing")
    jobs.run_waiting()
    assert (seen(one).state, seen(one).trouble) == (State.FAILED, "Not like this.")


def test_a_fault_of_ours_ends_it_too_and_is_not_tried_again(kinds):
    kinds["broken"] = lambda going, details: 1 / 0
    one = asked("broken")
    assert jobs.run_waiting() == 1
    assert seen(one).state is State.FAILED
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_what_is_cancelled_in_the_queue_never_begins(kinds):
    kinds["never"] = lambda going, details: pytest.fail("it began")
    one = asked("never")
    assert work.cancel(one, now=clock.now())
    jobs.run_waiting()
    assert seen(one).state is State.CANCELLED


def test_what_is_cancelled_on_its_way_stops_at_the_next_step(kinds):
    def stopped(going, details):
        going.step("one")
        work.cancel(one, now=clock.now())
        going.step("two")
        pytest.fail("it went on")

    kinds["stopped"] = stopped
    one = asked("stopped")
    jobs.run_waiting()
    assert (seen(one).state, seen(one).phase) == (State.CANCELLED, "one")


def test_a_cancelled_worker_cannot_commit(kinds):
    def late(going, details):
        work.cancel(one, now=clock.now())
        with going.last("write"):
            pytest.fail("it wrote")

    kinds["late"] = late
    one = asked("late")
    jobs.run_waiting()
    assert seen(one).state is State.CANCELLED


def test_cancelling_what_is_done_changes_nothing():
    one = asked()
    jobs.run_waiting()
    assert not work.cancel(one, now=clock.now())
    assert seen(one).state is State.DONE


def test_a_last_step_that_fails_leaves_nothing(kinds):
    def torn(going, details):
        with going.last("write"):
            OutboxEvent.objects.create(uuid=ids.new_uuid(), name="x", body="{}", published_at=clock.now())
            raise Refused("In the middle.")

    kinds["torn"] = torn
    one = asked("torn")
    jobs.run_waiting()
    assert (seen(one).state, OutboxEvent.objects.count()) == (State.FAILED, 0)


def test_asking_for_what_is_under_way_gives_the_same():
    assert asked() == asked()
    jobs.run_waiting()
    assert Work.objects.count() == 1


def test_asking_again_once_it_ended_begins_anew():
    first = asked()
    jobs.run_waiting()
    assert asked() != first


def test_it_is_asked_for_only_if_the_act_commits():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        asked()
        raise ZeroDivisionError
    assert jobs.run_waiting() == 0
    assert not Work.objects.exists()


def abandoned(*, since: timedelta):
    """Work that a worker began, before it fell silent for so long."""
    one = asked()
    now = clock.now()
    Work.objects.filter(uuid=one).update(state="running", heard_at=now - since)
    return one


def test_work_whose_worker_died_is_called_lost_and_not_done_again(kinds):
    kinds["nothing"] = lambda going, details: pytest.fail("it was done twice")
    one = abandoned(since=timedelta(minutes=2))
    jobs.run_waiting()
    assert seen(one).state is State.LOST


def test_a_second_worker_leaves_the_first_alone(kinds):
    kinds["nothing"] = lambda going, details: pytest.fail("it was done twice")
    one = abandoned(since=timedelta(seconds=2))
    with pytest.raises(work.StillGoing):
        work.run.call(str(one))
    assert seen(one).state is State.RUNNING


def test_a_worker_that_comes_back_after_it_was_given_up_writes_nothing():
    one = abandoned(since=timedelta(minutes=2))
    going = work._Row(one)
    going.step("one")
    Work.objects.filter(uuid=one).update(heard_at=clock.now() - timedelta(minutes=2))
    work._begin(one, clock.now())
    with pytest.raises(Stopped), going.last("write"):
        pytest.fail("it wrote")


def test_silence_shows_before_it_is_called_lost():
    one = abandoned(since=timedelta(minutes=2))
    assert not seen(one).alive
    lease = {"worker": ids.new_uuid(), "until": clock.now() + jobs.LEASE}
    JobLease.objects.create(job=Work.objects.get().job, **lease)
    assert seen(one).alive


def test_those_in_the_queue_know_how_many_come_first():
    asked()
    second = work.ask("nothing", scope=ids.new_uuid(), by=WHO, language="en", now=clock.now())
    assert seen(second).ahead == 1


def test_rows_are_forgotten_after_a_month():
    one = asked()
    jobs.run_waiting()
    work.forget_old(clock.now() + work.KEPT_FOR + timedelta(days=1))
    with pytest.raises(NotFound):
        seen(one)


@pytest.mark.parametrize("wrong", [{"state": "king"}, {"state": "done"}, {"ended_at": timezone.now()}])
def test_no_row_both_ends_and_goes_on(wrong):
    asked()
    with pytest.raises(IntegrityError), transaction.atomic():
        Work.objects.update(**wrong)


def test_the_same_is_never_under_way_twice():
    asked()
    row = Work.objects.get()
    row.pk, row.uuid = None, ids.new_uuid()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
