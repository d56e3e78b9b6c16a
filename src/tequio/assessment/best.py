"""The best result of each of many learners, for whoever follows a run."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from tequio.assessment.models import AttemptScore
from tequio.assessment.values import BestResult, OutcomeScore
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId, PersonId

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from uuid import UUID

    from tequio.people.values import Actor


def best_results(
    registrations: Collection[UUID], *, by: Actor, run: UUID | None = None
) -> Mapping[UUID, BestResult]:
    """The best closed attempt of each enrolment that `by` may read: passed before not, then the higher score.

    `run` is the one they all belong to, for whoever may read in that run only. One query.
    """
    scores = AttemptScore.objects.filter(attempt__registration__in=set(registrations))
    best: dict[UUID, BestResult] = {}
    for score in scores.select_related("attempt").order_by("attempt__num"):
        row = score.attempt
        owner, organisation = PersonId(row.person_id), OrganisationId(row.organisation_id)
        if people.allowed(by, Action.ATTEMPT_READ, organisation=organisation, run=run, owner=owner):
            before = best.get(row.registration)
            best[row.registration] = _better(before, _result(score), tries=row.num)
    return best


def _better(before: BestResult | None, new: BestResult, *, tries: int) -> BestResult:
    if before is not None and (before.passed, before.score) >= (new.passed, new.score):
        return BestResult(before.passed, before.score, before.by_outcome, tries)
    return BestResult(new.passed, new.score, new.by_outcome, tries)


def _result(score: AttemptScore) -> BestResult:
    parts = tuple(OutcomeScore(one["outcome"], one["right"], one["of"]) for one in score.by_outcome)
    return BestResult(score.passed, Fraction(score.right, score.of), parts, 1)
