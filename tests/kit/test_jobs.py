"""Jobs: in the transaction that asked for them, run once when all goes well, never lost when it does not."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from tequio.kit import clock, events, ids, jobs, outbox
from tequio.kit.models import JobLease, OutboxEvent
from tests.kit import chores
from tests.kit.happenings import opened

pytestmark = pytest.mark.django_db
threads = pytest.mark.django_db(transaction=True)  # each thread has a connection of its own
LATER = jobs.LEASE + timedelta(seconds=1)


@pytest.fixture(autouse=True)
def nothing_done():
    chores.done.clear()


def claimed_job():
    """A job whose worker has fallen silent."""
    chores.sweep_floor.enqueue("hall")
    return jobs._claim(ids.new_uuid())


def test_a_job_runs():
    chores.sweep_floor.enqueue("hall")
    assert jobs.run_waiting() == 1
    assert chores.done == ["hall"]


def test_a_job_of_a_rolled_back_act_was_never_asked_for():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        chores.sweep_floor.enqueue("hall")
        raise ZeroDivisionError
    assert jobs.run_waiting() == 0


def test_a_finished_job_leaves_no_lease():
    chores.sweep_floor.enqueue("hall")
    jobs.run_waiting()
    assert not JobLease.objects.exists()
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_a_failing_job_is_tried_again_later_and_given_up_in_the_end():
    chores.break_a_vase.enqueue("hall")
    for _ in range(jobs.TRIES):
        assert jobs.run_waiting() == 1
        DBTaskResult.objects.update(run_after=clock.now())
    assert jobs.run_waiting() == 0
    assert "a vase broke in the hall" in DBTaskResult.objects.get().traceback


def test_a_job_with_a_living_lease_is_left_alone():
    claimed_job()
    assert jobs.reap(clock.now()) == 0


def test_a_job_whose_lease_ran_out_is_run_again():
    claimed_job()
    assert jobs.reap(clock.now() + LATER) == 1
    assert jobs.run_waiting() == 1
    assert chores.done == ["hall"]


def test_a_worker_that_comes_back_late_decides_nothing():
    job = claimed_job()
    jobs.reap(clock.now() + LATER)
    jobs._finish(job, ids.new_uuid(), None)
    assert DBTaskResult.objects.get().status == "READY"


def test_a_job_that_silences_five_workers_is_given_up():
    job = claimed_job()
    DBTaskResult.objects.update(worker_ids=["w"] * jobs.TRIES)
    assert jobs.reap(clock.now() + LATER) == 0
    job.refresh_from_db()
    assert job.status == "FAILED"
    assert job.exception_class_path.endswith("LeaseRanOut")


@threads
def test_a_long_job_renews_its_lease(monkeypatch):
    monkeypatch.setattr(jobs, "LEASE", timedelta(seconds=0.3))
    worker, job = ids.new_uuid(), ids.new_uuid()
    JobLease.objects.create(job=job, worker=worker, until=clock.now())
    before = JobLease.objects.get().until
    with jobs._renewing(job, worker):
        wait_until(lambda: JobLease.objects.get().until > before)
    assert JobLease.objects.get().until > before


@threads
def test_the_worker_thread_runs_jobs_and_stops_cleanly():
    stop = threading.Event()
    thread = jobs.start_worker_thread(stop, poll=0.01)
    chores.sweep_floor.enqueue("hall")
    wait_until(lambda: chores.done == ["hall"])
    stop.set()
    thread.join(timeout=5)
    assert chores.done == ["hall"]
    assert not thread.is_alive()


def test_the_sweep_delivers_events_whose_delivery_never_began():
    events.publish(opened())
    OutboxEvent.objects.update(delivered_at=None)  # as if the process had died right after the commit
    jobs.sweep()
    assert outbox.waiting() == (0, 0)


def test_an_idle_worker_takes_no_write_lock():
    with connection.execute_wrapper(refuse_writes):
        assert jobs.run_waiting() == 0


def refuse_writes(execute, sql, params, many, context):
    assert sql.lstrip().upper().startswith("SELECT"), sql
    return execute(sql, params, many, context)


def wait_until(true, seconds: float = 10) -> None:
    end = clock.now() + timedelta(seconds=seconds)
    pause = threading.Event()
    while not true() and clock.now() < end:
        pause.wait(0.01)
