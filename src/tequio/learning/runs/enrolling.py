"""Enrolment: once per person and run, with its statement and event in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tequio.kit import events, ids
from tequio.kit.errors import NotFound, Refused
from tequio.learning.content import store
from tequio.learning.events import LearnerEnrolled
from tequio.learning.runs import models, rules
from tequio.learning.statements import Act
from tequio.learning.values import Enrolment, EnrolmentId, RunId, VersionId
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId, PersonId
from tequio.records import api as records

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from tequio.people.values import Actor


def enrol_in(run: models.Run, *, person: PersonId, language: str, by: Actor, now: datetime) -> Enrolment:
    """The enrolment of `person` in `run`: a new one, or the one that is there already."""
    organisation = OrganisationId(run.organisation_id)
    people.require(by, Action.COURSE_ENROL, organisation=organisation)
    people.require(by, Action.ENROLMENT_STUDY, organisation=organisation, run=run.uuid, owner=person)
    _refuse_mixing(person, organisation)
    found = _of(run, person)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return _enrol(run, person, _taught_in(run, language), now)
    except IntegrityError:  # enrolled twice at the same moment: the other one counts
        found = _of(run, person)
        if found is None:
            raise
        return found


def run_row(run: RunId) -> models.Run:
    row = models.Run.objects.select_related("version__course").filter(uuid=run).first()
    if row is None:
        raise NotFound(_("There is no such run."))
    return row


def enrolment(enrolment: EnrolmentId | UUID, *, by: Actor) -> Enrolment:
    """One enrolment; its learner may read it, and whoever follows its run."""
    found = enrolment_of(EnrolmentId(enrolment))
    people.require(
        by, Action.ENROLMENT_READ, organisation=found.organisation, run=found.run, owner=found.person
    )
    return found


def enrolments(person: PersonId) -> tuple[Enrolment, ...]:
    """Every enrolment of a person, oldest first. For pages that have asked who is asking."""
    return tuple(info(row) for row in _rows().filter(person__uuid=person).order_by("pk"))


def enrolment_of(enrolment: EnrolmentId) -> Enrolment:
    row = _rows().filter(uuid=enrolment).first()
    if row is None:
        raise NotFound(_("There is no such enrolment."))
    return info(row)


def info(row: models.Enrolment) -> Enrolment:
    """What others may know of an enrolment."""
    return Enrolment(
        id=EnrolmentId(row.uuid),
        person=PersonId(row.person_id),
        organisation=OrganisationId(row.organisation_id),
        run=RunId(row.run.uuid),
        course_key=row.version.course.key,
        version=VersionId(row.version.uuid),
        package_id=row.version.package_id,
        enrolled_at=row.enrolled_at,
        language=row.language,
        preview=row.run.preview,
    )


def _rows() -> QuerySet[models.Enrolment]:
    return models.Enrolment.objects.select_related("run", "version__course").defer("version__manifest")


def _of(run: models.Run, person: PersonId) -> Enrolment | None:
    row = _rows().filter(run=run, person__uuid=person).first()
    return info(row) if row else None


def _enrol(run: models.Run, person: PersonId, language: str, now: datetime) -> Enrolment:
    row = models.Enrolment.objects.create(
        uuid=ids.new_uuid(),
        organisation_id=run.organisation_id,
        run=run,
        version=run.version,
        person_id=person,
        language=language,
        enrolled_at=now,
    )
    made = info(row)
    events.publish(
        LearnerEnrolled(
            event_id=ids.new_uuid(),
            at=now,
            enrolment=made.id,
            person=made.person,
            organisation=made.organisation,
            run=made.run,
            version=made.version,
        )
    )
    act = Act(made, records.pseudonym(person, organisation=made.organisation), now)
    title = store.load(made.package_id).shape.title
    records.record(act.enrolled(title), store=made.organisation, now=now)
    return made


def _taught_in(run: models.Run, language: str) -> str:
    """The language asked for when the course has it, else the course's first."""
    languages = store.load(run.version.package_id).shape.languages
    base = language.split("-")[0]
    return next((one for one in (language, base) if one in languages), languages[0])


def _refuse_mixing(person: PersonId, organisation: OrganisationId) -> None:
    """Simulated people study in simulated organisations only, and nobody else does (HOUSE, Simulation)."""
    home = people.person(person).organisation
    if home == organisation:
        return
    if not rules.may_mix(people.organisation(home), people.organisation(organisation)):
        raise Refused(_("This course belongs to a demonstration; real and simulated people are kept apart."))
