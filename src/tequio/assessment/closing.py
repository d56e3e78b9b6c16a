"""Closing attempts: by the learner or by the clock, scored once with what was saved in time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db import transaction

from tequio.assessment import forms, papers, statements
from tequio.assessment.events import AttemptSubmitted
from tequio.assessment.models import OPEN, Attempt, AttemptScore, ItemKey
from tequio.assessment.values import AttemptState
from tequio.kit import events, ids
from tequio_standards import qti

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from tequio.assessment.models import FormItem
    from tequio.assessment.values import Response


@dataclass(slots=True)
class _Tally:
    """Right answers of a form, by outcome."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    of: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def score(self) -> Fraction:
        return Fraction(sum(self.right.values()), sum(self.of.values()))


def close(attempt: Attempt, how: AttemptState, at: datetime, now: datetime) -> None:
    """Close a locked, open attempt: score it, tell the walls above, tell the ledger. All in the caller's transaction."""
    tally, spec = _score(attempt), papers.spec_of(attempt.version)
    passed = tally.score >= spec.cut
    attempt.state, attempt.closed_at = how.value, at
    attempt.save(update_fields=["state", "closed_at"])
    AttemptScore.objects.create(
        attempt=attempt,
        right=sum(tally.right.values()),
        of=sum(tally.of.values()),
        passed=passed,
        by_outcome=[
            {"outcome": row.outcome, "right": tally.right[row.outcome], "of": tally.of[row.outcome]}
            for row in spec.blueprint
        ],
        scored_at=now,
    )
    events.publish(_event(attempt, passed=passed, now=now))
    statements.closed(attempt, tally.score, passed=passed, now=now)


def close_overdue(*, now: datetime, limit: int = 100) -> int:
    """Close attempts whose time has run out and whom nobody has asked for since; how many were. For a job."""
    return close_these(Attempt.objects.filter(state=OPEN, deadline__lt=now).order_by("deadline")[:limit], now)


def close_these(overdue: QuerySet[Attempt], now: datetime) -> int:
    """Close those of `overdue` that still are, each in a transaction of its own."""
    return sum(_close_one(pk, now) for pk in list(overdue.values_list("pk", flat=True)))


@transaction.atomic
def _close_one(pk: int, now: datetime) -> bool:
    attempt = locked(Attempt.objects.filter(pk=pk))
    return attempt is not None and time_out(attempt, now)


def locked(attempts: QuerySet[Attempt]) -> Attempt | None:
    """The one attempt in `attempts`, locked until the surrounding transaction ends."""
    rows = attempts.select_for_update(of=("self",)).select_related("paper__bank", "version")
    return rows.first()


def time_out(attempt: Attempt, now: datetime) -> bool:
    """Close a locked attempt if its time has run out; it ended at its deadline, whenever that is noticed."""
    overdue = attempt.state == OPEN and now > attempt.deadline
    if overdue:
        close(attempt, AttemptState.TIMED_OUT, attempt.deadline, now)
    return overdue


def _score(attempt: Attempt) -> _Tally:
    answers, tally = forms.standing(attempt), _Tally()
    form = forms.places(attempt)
    keys = {key.version_id: key for key in ItemKey.objects.filter(version__in=[p.version_id for p in form])}
    for place in form:
        tally.of[place.version.outcome] += 1
        if _right(place, keys[place.version_id], answers.get(place.pk, ()), attempt.language):
            tally.right[place.version.outcome] += 1
    return tally


def _right(place: FormItem, key: ItemKey, response: Response, language: str) -> bool:
    item = qti.item_from_json(key.whole)
    assert item.key == place.version.shown["key"]
    return qti.judge(item, response, language=language).right


def _event(attempt: Attempt, *, passed: bool, now: datetime) -> AttemptSubmitted:
    return AttemptSubmitted(
        event_id=ids.new_uuid(),
        at=now,
        attempt=attempt.uuid,
        paper=attempt.paper.uuid,
        registration=attempt.registration,
        passed=passed,
        person=attempt.person_id,
        organisation=attempt.organisation_id,
        timed_out=attempt.state == AttemptState.TIMED_OUT.value,
    )
