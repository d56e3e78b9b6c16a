"""Publishes a compiled course: version, the program's review, bank and paper, a run; and opens it once it passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from tequio.assessment import api as assessment
from tequio.assessment.values import BankItem, Pool
from tequio.kit import events, ids
from tequio.kit.errors import NotFound, Refused
from tequio.kit.going import ALONE
from tequio.learning.catalog import reading
from tequio.learning.content import store
from tequio.learning.content.models import Course, CourseVersion, Publication
from tequio.learning.events import CoursePublished
from tequio.learning.review import recording
from tequio.learning.review.criteria import BY_KEY
from tequio.learning.review.rules import is_open
from tequio.learning.runs.models import Run
from tequio.learning.values import ReviewKind
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId, PersonId

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.kit.going import Going
    from tequio.learning.values import (
        Compiled,
        CourseInfo,
        CriterionResult,
        ReviewSummary,
        VersionId,
    )
    from tequio.people.values import Actor


def publish(
    *, organisation: OrganisationId, compiled: Compiled, by: Actor, now: datetime, going: Going = ALONE
) -> CourseInfo:
    """Offer the course: a new version when anything changed, reviewed by the program, in a run labelled preview.

    It opens to everyone when a reviewer's `record_review` passes too; until then an earlier version that is open
    stays on offer. Publishing the same package again changes nothing. Blobs come first, the rows in one transaction.
    """
    people.require(by, Action.COURSE_PUBLISH, organisation=organisation)
    store.keep(compiled.package, going)  # named by content: harmless if the transaction below is rolled back
    assert by.person is not None
    with going.last("publish"), transaction.atomic():
        version = _version(_course(organisation, compiled.key, now), compiled, by.person, now)
        _hand_in(organisation, compiled, by, now)
        _offer(version, by.person, now)
    return reading.course(compiled.key)


@transaction.atomic
def record_review(
    *, version: VersionId, kind: str, results: Sequence[CriterionResult], by: Actor, now: datetime
) -> ReviewSummary:
    """Keep a reviewer's review of a version. Nobody reviews what they handed in; the program's own is made by `publish`.

    When the last review of each kind passed, the version's open run begins and its items may be drawn.
    """
    row = _version_row(version)
    organisation = OrganisationId(row.course.organisation_id)
    people.require(by, Action.COURSE_REVIEW, organisation=organisation, owner=PersonId(row.made_by))
    _refuse_results(kind, results)
    assert by.person is not None
    reviewer = people.person(by.person)
    demo = people.organisation(reviewer.organisation).simulated
    summary = recording.keep_self_review(row, results, now, reviewer=reviewer, demo=demo)
    if is_open(recording.reviews_of(row.pk)):
        _open(row, by, now)
    return summary


def _course(organisation: OrganisationId, key: str, now: datetime) -> Course:
    """The course under `key`, locked: two authors publishing at once come one after the other."""
    Course.objects.get_or_create(
        key=key, defaults={"uuid": ids.new_uuid(), "organisation_id": organisation, "made_at": now}
    )
    course = Course.objects.select_for_update().get(key=key)
    if course.organisation_id != organisation:
        raise Refused(_("Another organisation has a course “%(key)s”; choose another key.") % {"key": key})
    return course


def _version(course: Course, compiled: Compiled, by: PersonId, now: datetime) -> CourseVersion:
    package = compiled.package
    held = CourseVersion.objects.filter(course=course, package_id=package.id).first()
    if held is not None:
        return held
    last = CourseVersion.objects.filter(course=course).aggregate(last=Max("num"))["last"]
    version = CourseVersion.objects.create(
        uuid=ids.new_uuid(),
        course=course,
        num=(last or 0) + 1,
        package_id=package.id,
        manifest=package.manifest,
        made_by=by,
        made_at=now,
    )
    recording.keep_machine_review(version, compiled.results, now)
    return version


def _hand_in(organisation: OrganisationId, compiled: Compiled, by: Actor, now: datetime) -> None:
    """Summative items go to assessment, practice items with them, so that no item can be in two pools."""
    if not compiled.final and not compiled.delayed:
        return
    pools = {
        Pool.PRACTICE: store.items(compiled.package.id).values(),
        Pool.FINAL: compiled.final,
        Pool.DELAYED: compiled.delayed,
    }
    items = [BankItem(item, pool) for pool, members in pools.items() for item in members]
    assessment.put_bank(organisation=organisation, key=compiled.key, items=items, by=by, now=now)
    if compiled.paper is not None:
        assessment.put_paper(
            organisation=organisation,
            key=compiled.paper.key,
            bank_key=compiled.key,
            spec=compiled.paper,
            by=by,
            now=now,
        )


def _offer(version: CourseVersion, by: PersonId, now: datetime) -> None:
    """The publication and its preview run, the first time only."""
    row, made = Publication.objects.get_or_create(version=version, defaults={"by": by, "at": now})
    if made:
        _run(version, by, row.at, preview=True)
        _tell(version, now, preview=True)


def _open(version: CourseVersion, by: Actor, now: datetime) -> None:
    """Its items may be drawn from now on, and whoever joins next joins a run that is no preview."""
    assert by.person is not None
    if not _run(version, by.person, now, preview=False):
        return
    newest = CourseVersion.objects.filter(course=version.course).aggregate(last=Max("num"))["last"]
    if newest == version.num:  # the bank holds the items of the newest version only
        organisation = OrganisationId(version.course.organisation_id)
        assessment.review_bank(organisation=organisation, key=version.course.key, by=by, now=now)
    _tell(version, now, preview=False)


def _run(version: CourseVersion, by: PersonId, now: datetime, *, preview: bool) -> bool:
    """A run at one's own pace; whether it had to be made."""
    values = {
        "uuid": ids.new_uuid(),
        "organisation_id": version.course.organisation_id,
        "opened_by": by,
        "opened_at": now,
    }
    kind = {"version": version, "preview": preview, "starts_at": None}
    return Run.objects.get_or_create(**kind, defaults=values)[1]


def _tell(version: CourseVersion, now: datetime, *, preview: bool) -> None:
    events.publish(
        CoursePublished(
            event_id=ids.new_uuid(),
            at=now,
            course=version.course.uuid,
            version=version.uuid,
            organisation=version.course.organisation_id,
            course_key=version.course.key,
            preview=preview,
        )
    )


def _version_row(version: VersionId) -> CourseVersion:
    row = CourseVersion.objects.select_related("course").filter(uuid=version).first()
    if row is None:
        raise NotFound(_("There is no such version of a course."))
    return row


def _refuse_results(kind: str, results: Sequence[CriterionResult]) -> None:
    if kind != ReviewKind.SELF:
        raise Refused(_("Only a reviewer's own review can be recorded; the program's is made by publishing."))
    unknown = sorted({row.criterion for row in results} - BY_KEY.keys())
    if unknown or not results:
        raise Refused(
            _("A review needs findings for criteria R01 to R45; not known: %(keys)s.")
            % {"keys": ", ".join(unknown)}
        )
