"""The reviewer's desk: which versions wait for a review, and what there is to know of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.kit.errors import NotFound
from tequio.learning.content import store
from tequio.learning.content.models import CourseVersion
from tequio.learning.review.recording import reviews_of
from tequio.learning.values import ReviewKind, VersionId
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId, PersonId

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from tequio.kit.words import Words
    from tequio.learning.values import FinalCheckFacts, OutcomeInfo, ReviewSummary
    from tequio.people.values import Actor


@dataclass(frozen=True, slots=True)
class ModuleToReview:
    """A module as the reviewer's list shows it; `steps` are keys."""

    key: str
    title: Words
    minutes: int
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToReview:
    """A frozen version with its reviews, the oldest first. `newest`: no later version has been handed in."""

    id: VersionId
    organisation: OrganisationId
    course_key: str
    num: int
    newest: bool
    package_id: str
    made_by: PersonId
    made_at: datetime
    title: Words
    summary: Words
    audience: Words
    languages: tuple[str, ...]
    licence: str
    authors: tuple[str, ...]
    hours: str
    expires: date | None
    outcomes: tuple[OutcomeInfo, ...]
    modules: tuple[ModuleToReview, ...]
    practice_items: int
    final_check: FinalCheckFacts | None
    reviews: tuple[ReviewSummary, ...]

    @property
    def machine(self) -> ReviewSummary | None:
        return next((one for one in self.reviews if one.kind is ReviewKind.MACHINE), None)

    @property
    def last(self) -> ReviewSummary | None:
        """The latest review by a person."""
        return next((one for one in reversed(self.reviews) if one.kind is ReviewKind.SELF), None)


def versions_to_review(*, organisation: OrganisationId, by: Actor) -> tuple[ToReview, ...]:
    """The newest version of every course of an organisation; those that nobody reviewed yet come first."""
    people.require(by, Action.COURSE_REVIEW, organisation=organisation)
    newest: dict[int, CourseVersion] = {}
    for row in _rows().filter(course__organisation__uuid=organisation).order_by("num"):
        newest[row.course_id] = row
    versions = [_to_review(row, newest=True) for row in newest.values()]
    return tuple(sorted(versions, key=lambda one: (one.last is not None, one.made_at)))


def to_review(version: VersionId, *, by: Actor) -> ToReview:
    """One version; reviewers of its organisation may look, even at what they wrote themselves."""
    row = _rows().filter(uuid=version).first()
    if row is None:
        raise NotFound(_("There is no such version of a course."))
    people.require(by, Action.COURSE_REVIEW, organisation=OrganisationId(row.course.organisation_id))
    later = CourseVersion.objects.filter(course=row.course_id, num__gt=row.num)
    return _to_review(row, newest=not later.exists())


def _rows() -> QuerySet[CourseVersion]:
    return CourseVersion.objects.select_related("course").defer("manifest")


def _to_review(row: CourseVersion, *, newest: bool) -> ToReview:
    shape = store.load(row.package_id).shape
    return ToReview(
        id=VersionId(row.uuid),
        organisation=OrganisationId(row.course.organisation_id),
        course_key=row.course.key,
        num=row.num,
        newest=newest,
        package_id=row.package_id,
        made_by=PersonId(row.made_by),
        made_at=row.made_at,
        title=shape.title,
        summary=shape.summary,
        audience=shape.audience,
        languages=shape.languages,
        licence=shape.licence,
        authors=shape.authors,
        hours=shape.hours,
        expires=shape.expires,
        outcomes=shape.outcomes,
        modules=tuple(
            ModuleToReview(one.key, one.title, one.minutes, tuple(step.info.key for step in one.steps))
            for one in shape.modules
        ),
        practice_items=len(store.items(row.package_id)),
        final_check=shape.final_check,
        reviews=reviews_of(row.pk),
    )
