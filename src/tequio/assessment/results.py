"""What attempts came to: handing in, results by outcome, and how many tries remain."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from django.db import transaction

from tequio.assessment import access, closing, papers, rules
from tequio.assessment.errors import AttemptOpen, AttemptUnknown
from tequio.assessment.models import OPEN, Attempt, AttemptScore
from tequio.assessment.values import (
    AttemptId,
    AttemptInfo,
    AttemptResult,
    AttemptState,
    OutcomeScore,
    PaperId,
)
from tequio.people.values import Action, OrganisationId, PersonId

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from tequio.assessment.models import Paper
    from tequio.people.values import Actor


def submit(*, attempt: AttemptId, by: Actor, now: datetime) -> AttemptResult:
    """Hand the attempt in and score it; handed in twice, or after its time, it gives the result it has."""
    with transaction.atomic():
        row = access.reach_locked(attempt, by=by, action=Action.ATTEMPT_ANSWER)
        if row.state == OPEN and not closing.time_out(row, now):
            closing.close(row, AttemptState.SUBMITTED, now, now)
    return result(attempt)


def result(attempt: AttemptId, *, by: Actor | None = None, now: datetime | None = None) -> AttemptResult:
    """What a closed attempt came to; `AttemptOpen` while it is open.

    With `by`, only who may read it; with `now`, one whose time has run out is closed first.
    """
    row = access.found(attempt)
    if by is not None:
        access.require(row, by, Action.ATTEMPT_READ)
    if now is not None:
        closing.close_these(Attempt.objects.filter(pk=row.pk, deadline__lt=now, state=OPEN), now)
    # Read row and score together: somebody else may have closed the attempt since `row` was read.
    score = (
        AttemptScore.objects.select_related("attempt__paper", "attempt__version").filter(attempt=row).first()
    )
    if score is None:
        raise AttemptOpen
    return _result(score.attempt, score)


def attempts(
    registration: UUID, *, by: Actor | None = None, now: datetime | None = None
) -> tuple[AttemptInfo, ...]:
    """Every attempt of an enrolment, in order. With `by`, only those they may read; `now` closes what ran out."""
    rows = Attempt.objects.filter(registration=registration)
    if now is not None:
        closing.close_these(rows.filter(state=OPEN, deadline__lt=now), now)
    seen = [
        row
        for row in rows.order_by("paper", "num").select_related("paper")
        if by is None or _may_read(row, by)
    ]
    scores = {score.attempt_id: score for score in AttemptScore.objects.filter(attempt__in=seen)}
    return tuple(_info(row, scores.get(row.pk)) for row in seen)


def past(paper: Paper, registration: UUID) -> list[rules.Past]:
    """Closed attempts of an enrolment at a paper, as the limits look at them."""
    scores = AttemptScore.objects.filter(attempt__paper=paper, attempt__registration=registration)
    rows = scores.values_list("attempt__num", "passed", "attempt__closed_at")
    return [rules.Past(num, passed, closed_at) for num, passed, closed_at in rows if closed_at is not None]


def _may_read(row: Attempt, by: Actor) -> bool:
    try:
        access.require(row, by, Action.ATTEMPT_READ)
    except AttemptUnknown:
        return False
    return True


def _result(row: Attempt, score: AttemptScore) -> AttemptResult:
    assert row.closed_at is not None
    so_far = past(row.paper, row.registration)
    rules_now = papers.spec_of(papers.current(row.paper))
    return AttemptResult(
        attempt=AttemptId(row.uuid),
        paper=PaperId(row.paper.uuid),
        registration=row.registration,
        person=PersonId(row.person_id),
        organisation=OrganisationId(row.organisation_id),
        number=row.num,
        score=Fraction(score.right, score.of),
        cut=papers.spec_of(row.version).cut,
        passed=score.passed,
        by_outcome=tuple(OutcomeScore(one["outcome"], one["right"], one["of"]) for one in score.by_outcome),
        started_at=row.started_at,
        finished_at=row.closed_at,
        state=AttemptState(row.state),
        tries_left=rules.tries_left(so_far, rules_now.tries),
        next_try_at=rules.next_try_at(so_far, rules_now),
        iri=papers.paper_iri(row.paper),
    )


def _info(row: Attempt, score: AttemptScore | None) -> AttemptInfo:
    return AttemptInfo(
        id=AttemptId(row.uuid),
        paper=PaperId(row.paper.uuid),
        number=row.num,
        state=AttemptState(row.state),
        started_at=row.started_at,
        deadline=row.deadline,
        finished_at=row.closed_at,
        score=Fraction(score.right, score.of) if score else None,
        passed=score.passed if score else None,
    )
