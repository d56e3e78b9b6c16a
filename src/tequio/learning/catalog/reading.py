"""The catalogue, course pages and modules: which version is on offer, and what it says. Open to anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from tequio.kit.errors import NotFound
from tequio.learning.catalog.describing import course_minutes, module_info, module_infos
from tequio.learning.content import store
from tequio.learning.content.models import Publication
from tequio.learning.review.recording import reviews_of
from tequio.learning.runs.models import Enrolment, Run
from tequio.learning.values import CourseCard, CourseId, CourseInfo, RunId, RunInfo, VersionId
from tequio.people.values import OrganisationId

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from tequio.learning.values import EnrolmentId, ModuleInfo


def catalogue(*, organisation: OrganisationId | None = None) -> tuple[CourseCard, ...]:
    """Every course on offer, or those of one organisation, in the order they were first offered. One query."""
    runs = _offers() if organisation is None else _offers().filter(organisation__uuid=organisation)
    first: dict[int, Run] = {}
    for run in runs:
        first.setdefault(run.version.course_id, run)
    return tuple(_card(run) for _key, run in sorted(first.items()))


def course(course: str | EnrolmentId) -> CourseInfo:
    """Everything the course page says: of the version on offer, or of the one that an enrolment pins. Two queries."""
    run = _run_of(course)
    version = run.version
    shape = store.load(version.package_id).shape
    figures = store.figures(version.package_id)
    return CourseInfo(
        id=CourseId(version.course.uuid),
        key=version.course.key,
        organisation=OrganisationId(run.organisation_id),
        version=VersionId(version.uuid),
        num=version.num,
        package_id=version.package_id,
        title=shape.title,
        summary=shape.summary,
        audience=shape.audience,
        languages=shape.languages,
        licence=shape.licence,
        authors=shape.authors,
        hours=shape.hours,
        minutes=course_minutes(shape),
        bytes=figures.course,
        reading_level=shape.reading_level,
        outcomes=shape.outcomes,
        modules=module_infos(version.package_id, preview=run.preview),
        certificate=shape.certificate,
        final_check=shape.final_check,
        expires=shape.expires,
        sources=shape.sources,
        reviews=reviews_of(version.pk),
        run=RunInfo(RunId(run.uuid), run.preview, run.starts_at, run.ends_at),
        published_at=getattr(run, "published_at", run.opened_at),
    )


def module(course: str | EnrolmentId, module_key: str) -> ModuleInfo:
    """A module of the version on offer, or of the one that an enrolment pins. One query."""
    run = _run_of(course)
    return module_info(run.version.package_id, module_key, preview=run.preview)


def offer(course_key: str) -> Run:
    """The run a learner would join now: open rather than preview, then the newest version."""
    run = _offers().filter(version__course__key=course_key).first()
    if run is None:
        raise NotFound(_("There is no course “%(key)s” on this hub.") % {"key": course_key})
    return run


def _run_of(course: str | EnrolmentId) -> Run:
    if not isinstance(course, UUID):
        return offer(course)
    run = _runs().filter(pk__in=Enrolment.objects.filter(uuid=course).values("run")).first()
    if run is None:
        raise NotFound(_("There is no such enrolment."))
    return run


def _offers() -> QuerySet[Run]:
    return _runs().filter(starts_at__isnull=True).order_by("preview", "-version__num")


def _runs() -> QuerySet[Run]:
    published = Publication.objects.filter(version=OuterRef("version")).values("at")[:1]
    runs = Run.objects.select_related("version__course").defer("version__manifest")
    return runs.annotate(published_at=Subquery(published))


def _card(run: Run) -> CourseCard:
    shape = store.load(run.version.package_id).shape
    return CourseCard(
        key=shape.key,
        title=shape.title,
        summary=shape.summary,
        minutes=course_minutes(shape),
        bytes=store.figures(run.version.package_id).course,
        languages=shape.languages,
        level_label=next(iter(shape.reading_level.values()), ""),
        preview=run.preview,
        modules=len(shape.modules),
        organisation=OrganisationId(run.organisation_id),
        package_id=run.version.package_id,
    )
