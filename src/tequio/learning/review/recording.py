"""Keeps reviews of a version, and reads them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.kit import ids
from tequio.learning.review.models import Review
from tequio.learning.review.rules import passes
from tequio.learning.values import CriterionResult, Finding, ReviewKind, ReviewSummary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from tequio.learning.content.models import CourseVersion
    from tequio.people.values import PersonInfo

PROGRAM = "Tequio"


def keep_machine_review(
    version: CourseVersion, results: Sequence[CriterionResult], now: datetime
) -> ReviewSummary:
    """The program's own review, once per version."""
    values = {"by": None, "by_name": PROGRAM, "demo": False}
    return _summary(_keep(version, ReviewKind.MACHINE, results, now, values))


def keep_self_review(
    version: CourseVersion,
    results: Sequence[CriterionResult],
    now: datetime,
    *,
    reviewer: PersonInfo,
    demo: bool,
) -> ReviewSummary:
    """A named reviewer's."""
    values = {"by": reviewer.id, "by_name": reviewer.name, "demo": demo}
    return _summary(_keep(version, ReviewKind.SELF, results, now, values))


def reviews_of(version_pk: int) -> tuple[ReviewSummary, ...]:
    """Every review of a version, oldest first."""
    return tuple(_summary(row) for row in Review.objects.filter(version=version_pk).order_by("at", "pk"))


def _keep(
    version: CourseVersion,
    kind: ReviewKind,
    results: Sequence[CriterionResult],
    now: datetime,
    values: Mapping[str, object],
) -> Review:
    return Review.objects.create(
        uuid=ids.new_uuid(),
        version=version,
        kind=kind.value,
        passed=passes(results),
        results=[[row.criterion, row.finding.value, row.evidence] for row in results],
        at=now,
        **values,
    )


def _summary(row: Review) -> ReviewSummary:
    return ReviewSummary(
        kind=ReviewKind(row.kind),
        by_name=row.by_name,
        passed=row.passed,
        at=row.at,
        demo=row.demo,
        results=tuple(CriterionResult(key, Finding(found), said) for key, found, said in row.results),
    )
