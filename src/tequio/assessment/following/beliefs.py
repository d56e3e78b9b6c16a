"""Mastery of each of many learners. One query, however many they are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tequio.assessment.mastery import outcome_mastery
from tequio.assessment.models import OutcomeEvidence
from tequio.people import api as people
from tequio.people.values import Action
from tequio_measure.mastery import Evidence

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from tequio.assessment.values import OutcomeMastery
    from tequio.people.values import Actor, OrganisationId


def beliefs(
    registrations: Collection[UUID],
    outcomes: Sequence[str],
    *,
    by: Actor,
    organisation: OrganisationId,
    run: UUID | None = None,
) -> Mapping[UUID, tuple[OutcomeMastery, ...]]:
    """What we believe of each enrolment in each of `outcomes`; nothing for whoever may not read results there.

    `registrations` are enrolments of `run` in `organisation`.
    """
    if not people.allowed(by, Action.ATTEMPT_READ, organisation=organisation, run=run):
        return {}
    found: dict[tuple[UUID, str], list[Evidence]] = defaultdict(list)
    rows = OutcomeEvidence.objects.filter(registration__in=set(registrations)).order_by("num")
    for row in rows:
        found[row.registration, row.outcome].append(Evidence(row.item, row.right))
    return {
        one: tuple(outcome_mastery(outcome, found.get((one, outcome), ())) for outcome in outcomes)
        for one in registrations
    }
