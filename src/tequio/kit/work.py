"""Long work, asked for on a page and done by a job: seen while it goes on, cancelled between steps, never done twice.

A row is queued, then running; it ends as done, failed, cancelled or lost (its worker died). Every change of state is
one UPDATE that names the state before, so whoever comes second changes nothing: a cancelled worker cannot commit.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from tequio.kit import clock, ids, jobs
from tequio.kit.errors import NotFound, TequioError
from tequio.kit.going import Going, Stopped
from tequio.kit.models import JobLease, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Doing = Callable[[Going, Mapping[str, str]], Mapping[str, object]]

SILENCE = jobs.LEASE / 2  # a job is run again 40 s after its worker died at the earliest
SAYING = timedelta(milliseconds=500)
KEPT_FOR = timedelta(days=30)

log = logging.getLogger(__name__)
_kinds: dict[str, Doing] = {}


class State(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    LOST = "lost"


UNDER_WAY = (State.QUEUED, State.RUNNING)


class StillGoing(Exception):
    """Another worker was heard a moment ago: the job looks again later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkInfo:
    """How a piece of work stands. `alive` is False when its worker fell silent; `ahead` counts what comes before."""

    id: UUID
    kind: str
    scope: UUID
    asked_by: UUID
    details: Mapping[str, str]
    state: State
    phase: str
    done: int
    of: int
    asked_at: datetime
    heard_at: datetime | None
    ended_at: datetime | None
    result: Mapping[str, Any]  # JSON, as the kind's function returned it
    trouble: str
    alive: bool
    ahead: int


def install(kinds: Mapping[str, Doing]) -> None:
    """Say which function does which kind; called once, by `site.wiring`."""
    _kinds.clear()
    _kinds.update(kinds)


def ask(
    kind: str,
    *,
    scope: UUID,
    by: UUID,
    language: str,
    now: datetime,
    subject: str = "",
    details: Mapping[str, str] | None = None,
) -> UUID:
    """Put work in the queue; the same that is under way already is what the asker gets."""
    same = {"kind": kind, "scope": scope, "subject": subject, "ended_at": None}
    try:
        with transaction.atomic():
            row = Work.objects.create(
                uuid=ids.new_uuid(),
                asked_by=by,
                language=language,
                details=dict(details or {}),
                state=State.QUEUED,
                asked_at=now,
                **same,
            )
            row.job = run.enqueue(str(row.uuid)).id
            row.save(update_fields=["job"])
    except IntegrityError:
        row = Work.objects.get(**same)
    return row.uuid


def cancel(work: UUID, *, now: datetime) -> bool:
    """End it where it is; False when it had ended. Nothing is written after this but blobs that nobody names."""
    under_way = Work.objects.filter(uuid=work, state__in=UNDER_WAY)
    return bool(under_way.update(state=State.CANCELLED, ended_at=now))


def look(work: UUID, *, now: datetime) -> WorkInfo:
    """How it stands."""
    row = Work.objects.filter(uuid=work).first()
    if row is None:
        raise NotFound(_("This work is not kept any more. Start it again from its page."))
    return _info(row, now)


def last_done(kind: str, *, scope: UUID, now: datetime) -> WorkInfo | None:
    """The newest of a kind that came to its end."""
    row = Work.objects.filter(kind=kind, scope=scope, state=State.DONE).order_by("-ended_at").first()
    return _info(row, now) if row else None


def under_way(*, scope: UUID, now: datetime) -> tuple[WorkInfo, ...]:
    """What is queued or running, in the order it was asked for."""
    rows = Work.objects.filter(scope=scope, ended_at=None).order_by("id")
    return tuple(_info(row, now) for row in rows)


def forget_old(now: datetime) -> int:
    """Rows of work that ended a month ago."""
    return Work.objects.filter(ended_at__lt=now - KEPT_FOR).delete()[0]


@jobs.task()
def run(work: str) -> None:
    """The job: begin, do, end. What a refusal says is kept for the page."""
    row = _begin(UUID(work), clock.now())
    if row is None:
        return
    try:
        with translation.override(row.language):
            result = _kinds[row.kind](_Row(row.uuid), row.details)
    except Stopped:
        return
    except TequioError as refusal:
        _end(row.uuid, State.FAILED, trouble=str(refusal))
    except Exception:  # whatever the work of any kind raises, its row must not stay "running"
        log.exception("work %s (%s) failed", row.uuid, row.kind)
        _end(row.uuid, State.FAILED)
    else:
        _end(row.uuid, State.DONE, result=dict(result))


def _begin(work: UUID, now: datetime) -> Work | None:
    mine = Work.objects.filter(uuid=work, state=State.QUEUED).update(state=State.RUNNING, heard_at=now)
    if mine:
        return Work.objects.get(uuid=work)
    others = Work.objects.filter(uuid=work, state=State.RUNNING)
    if others.filter(heard_at__gte=now - SILENCE).exists():
        raise StillGoing(work)
    others.update(state=State.LOST, ended_at=now)
    return None


def _end(work: UUID, state: State, **fields: object) -> None:
    """Only what still runs can fail; what `last` has committed is done already and gets its result."""
    before = (State.RUNNING, State.DONE) if state is State.DONE else (State.RUNNING,)
    now = clock.now()
    Work.objects.filter(uuid=work, state__in=before).update(state=state, ended_at=now, heard_at=now, **fields)


class _Row:
    """`Going` on a row. Steps within a phase are written twice a second at most."""

    def __init__(self, work: UUID) -> None:
        self._work = work
        self._said: tuple[str, datetime] | None = None

    def step(self, phase: str, done: int = 0, of: int = 0) -> None:
        now = clock.now()
        if self._said and self._said[0] == phase and now - self._said[1] < SAYING:
            return
        self._said = (phase, now)
        self._write(phase=phase, done=done, of=of, heard_at=now)

    @contextmanager
    def last(self, phase: str) -> Iterator[None]:
        with transaction.atomic():
            now = clock.now()  # the row first: whoever cancels now waits for this, and comes too late
            self._write(phase=phase, done=0, of=0, heard_at=now, state=State.DONE, ended_at=now)
            yield

    def _write(self, **fields: object) -> None:
        if not Work.objects.filter(uuid=self._work, state=State.RUNNING).update(**fields):
            raise Stopped


def _info(row: Work, now: datetime) -> WorkInfo:
    return WorkInfo(
        id=row.uuid,
        kind=row.kind,
        scope=row.scope,
        asked_by=row.asked_by,
        details=row.details,
        state=State(row.state),
        phase=row.phase,
        done=row.done,
        of=row.of,
        asked_at=row.asked_at,
        heard_at=row.heard_at,
        ended_at=row.ended_at,
        result=row.result,
        trouble=row.trouble,
        alive=row.state != State.RUNNING or _is_held(row.job, now),
        ahead=Work.objects.filter(ended_at=None, pk__lt=row.pk).count() if row.state == State.QUEUED else 0,
    )


def _is_held(job: UUID | None, now: datetime) -> bool:
    return job is not None and JobLease.objects.filter(job=job, until__gte=now).exists()
