"""Jobs: rows in the database, run by a thread of this process, lost by nobody.

A wall declares a job as `@task()` over a function of plain values in its `jobs.py`, and calls its `.enqueue(...)`
inside a transaction: the job is there if and only if that commits. Jobs carry ids and are idempotent, since one
whose worker died is run again. What a job returns is not kept.
"""

from __future__ import annotations

import atexit
import logging
import threading
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError, close_old_connections, connection, transaction
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from tequio.kit import clock, ids, outbox, upkeep
from tequio.kit.models import JobLease

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

__all__ = ["reap", "run_waiting", "start_worker_thread", "task", "waiting", "work"]

LEASE = timedelta(seconds=60)
TRIES = 5
_SWEEP = timedelta(seconds=10)
_TEND = timedelta(minutes=10)
_FIRST_WAIT = timedelta(seconds=30)  # doubled with each try

log = logging.getLogger(__name__)


class LeaseRanOut(Exception):
    """The worker of this job fell silent once too often."""


def start_worker_thread(stop: threading.Event, *, poll: float = 1.0) -> threading.Thread:
    """Run jobs beside the requests of this process until `stop` is set; the job at hand is finished first."""
    thread = threading.Thread(target=work, args=(stop,), kwargs={"poll": poll}, name="jobs", daemon=True)
    thread.start()
    atexit.register(_stop, stop, thread)
    return thread


def work(stop: threading.Event, *, poll: float = 1.0) -> None:
    """Sweep and run jobs until `stop` is set."""
    worker, swept_at = ids.new_uuid(), datetime.min.replace(tzinfo=clock.now().tzinfo)
    tended_at = swept_at
    while not stop.is_set():
        ran = False
        try:
            close_old_connections()
            if clock.now() - tended_at >= _TEND:
                tended_at = clock.now()
                upkeep.tend(tended_at)
            if clock.now() - swept_at >= _SWEEP:
                swept_at = clock.now()
                sweep()
            ran = _run_one(worker)
        except DatabaseError:  # locked or away: the next round tries again
            log.exception("jobs wait for the database")
        if not ran:
            stop.wait(poll)
    connection.close()


def sweep() -> None:
    """What must not wait for a request: abandoned jobs, and events whose delivery failed or never began."""
    reap(clock.now())
    outbox.deliver_waiting()


def run_waiting() -> int:
    """Run every job that is due, here and now; how many there were. For tests and for commands."""
    worker, count = ids.new_uuid(), 0
    while _run_one(worker):
        count += 1
    return count


def waiting() -> tuple[int, int]:
    """How many jobs wait or run, and how many have been given up after five tries."""
    rows = DBTaskResult.objects.all()
    return rows.ready().count() + rows.running().count(), rows.failed().count()


def reap(now: datetime) -> int:
    """Put jobs whose lease ran out back in the queue (given up after five workers fell silent); how many."""
    alive = JobLease.objects.filter(until__gte=now).values("job")
    silent = DBTaskResult.objects.running().filter(started_at__lt=now - LEASE).exclude(pk__in=alive)
    return sum(_requeue(pk) for pk in list(silent.values_list("pk", flat=True)))


def _run_one(worker: UUID) -> bool:
    job = _claim(worker)
    if job is None:
        return False
    try:
        with _renewing(job.pk, worker):
            job.task.call(*job.args_kwargs["args"], **job.args_kwargs["kwargs"])
    except Exception as error:  # whatever a job raises is its row's to keep
        log.exception("job %s failed", job.task_path)
        _finish(job, worker, error)
    else:
        _finish(job, worker, None)
    return True


def _claim(worker: UUID) -> Any:  # DBTaskResult | None; django_tasks_db has no types
    ready = DBTaskResult.objects.ready()
    if not ready.exists():  # asked without a transaction: an idle hub takes no write lock
        return None
    with transaction.atomic():
        job = ready.get_locked()
        if job is not None:
            job.claim(str(worker))
            lease = {"worker": worker, "until": clock.now() + LEASE}
            JobLease.objects.update_or_create(job=job.pk, defaults=lease)
    return job


def _finish(job: Any, worker: UUID, error: Exception | None) -> None:  # DBTaskResult
    with transaction.atomic():
        released, _ = JobLease.objects.filter(job=job.pk, worker=worker).delete()
        if not released:
            log.warning("job %s outlived its lease; its next run decides", job.task_path)
        elif error is None:
            job.set_successful(None)
        elif len(job.worker_ids) < TRIES:
            _queue_again(job, clock.now() + _FIRST_WAIT * 2 ** (len(job.worker_ids) - 1))
        else:
            job.set_failed(error)


def _requeue(pk: UUID) -> bool:
    with transaction.atomic():
        job = DBTaskResult.objects.running().filter(pk=pk).get_locked()
        if job is None:  # another reaper has it, or it has just ended
            return False
        JobLease.objects.filter(job=pk).delete()
        if len(job.worker_ids) >= TRIES:
            job.set_failed(LeaseRanOut(f"{TRIES} workers fell silent"))
            return False
        _queue_again(job, job.run_after)
    return True


def _queue_again(job: Any, run_after: datetime) -> None:  # DBTaskResult
    job.status = TaskResultStatus.READY
    job.run_after = run_after
    job.save(update_fields=["status", "run_after"])


@contextmanager
def _renewing(job: UUID, worker: UUID) -> Iterator[None]:
    """Renew the lease from a thread of its own while the body runs; a dead process renews nothing."""
    done = threading.Event()
    thread = threading.Thread(target=_renew, args=(job, worker, done), name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _renew(job: UUID, worker: UUID, done: threading.Event) -> None:
    while not done.wait(LEASE.total_seconds() / 3):
        try:
            JobLease.objects.filter(job=job, worker=worker).update(until=clock.now() + LEASE)
        except DatabaseError:  # the next third of the lease tries again
            log.exception("a lease was not renewed")
        finally:
            connection.close()


def _stop(stop: threading.Event, thread: threading.Thread) -> None:
    stop.set()
    thread.join(timeout=5)
