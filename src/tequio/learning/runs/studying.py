"""A learner opens and finishes steps: each act is a statement; what follows from it (a finished module) is one too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.kit import events, ids
from tequio.kit.errors import NotFound
from tequio.learning.content import store
from tequio.learning.events import CourseFinished, ModuleFinished
from tequio.learning.runs import models, rules
from tequio.learning.runs.enrolling import enrolment_of
from tequio.learning.statements import Act
from tequio.learning.values import EnrolmentId, Progress, ProgressState
from tequio.people import api as people
from tequio.people.values import Action
from tequio.records import api as records

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from tequio.kit.words import Words
    from tequio.learning.content.shape import CourseShape
    from tequio.learning.values import Enrolment
    from tequio.people.values import Actor
    from tequio_standards.qti import Item
    from tequio_standards.xapi import Statement


def open_step(*, enrolment: EnrolmentId, module: str, step: str, by: Actor, now: datetime) -> None:
    """The learner opened a step. Only the first time is told: opening again changes nothing."""
    found = _mine(enrolment, by)
    title = _step_title(found, module, step)
    if _row(found.id, module, step) is not None:
        return
    with transaction.atomic():
        _lock(found.id)
        if _row(found.id, module, step) is None:
            _record(found, _act(found, now).opened_step(module, step, title), now)


def finish_step(*, enrolment: EnrolmentId, module: str, step: str, by: Actor, now: datetime) -> Progress:
    """The learner finished a step; with its last step the module is finished, with the last module the course."""
    found = _mine(enrolment, by)
    title = _step_title(found, module, step)
    with transaction.atomic():
        _lock(found.id)
        row = _row(found.id, module, step)
        if row is None or row.finished_at is None:
            _record(found, _act(found, now).finished_step(module, step, title), now)
            _follow(found, module, now)
    return progress(found.id)


def progress(enrolment: EnrolmentId | UUID) -> Progress:
    """How far a learner is, derived from statements. Two queries."""
    found = enrolment_of(EnrolmentId(enrolment))
    shape = _shape(found)
    modules = {module.key: [step.info.key for step in module.steps] for module in shape.modules}
    opened: dict[str, frozenset[str]] = {}
    finished: dict[str, frozenset[str]] = {}
    for row in models.StepProgress.objects.filter(registration=found.id):
        opened[row.module] = opened.get(row.module, frozenset()) | {row.step}
        if row.finished_at is not None:
            finished[row.module] = finished.get(row.module, frozenset()) | {row.step}
    return rules.progress(modules, opened, finished)


def practice_item(enrolment: EnrolmentId | UUID, item_key: str) -> Item:
    """A practice item of the version that the enrolment pins, key and all; for `assessment.answer_practice`."""
    found = enrolment_of(EnrolmentId(enrolment))
    item = store.items(found.package_id).get(item_key)
    if item is None:
        raise NotFound(_("This course has no such item. Open the step again."))
    return item


def _mine(enrolment: EnrolmentId, by: Actor) -> Enrolment:
    """Only the learner acts in an enrolment."""
    found = enrolment_of(enrolment)
    people.require(
        by, Action.ENROLMENT_STUDY, organisation=found.organisation, run=found.run, owner=found.person
    )
    return found


def _follow(found: Enrolment, module: str, now: datetime) -> None:
    """What a finished step brings with it: its module, and with the last one the course."""
    reached = progress(found.id)
    part = next(one for one in reached.modules if one.key == module)
    told = models.FinishedModule.objects.filter(registration=found.id, module=module).exists()
    if part.state is not ProgressState.FINISHED or told:
        return
    _tell_module(found, module, now)
    if reached.done:
        _tell_course(found, now)


def _tell_module(found: Enrolment, module: str, now: datetime) -> None:
    events.publish(
        ModuleFinished(
            event_id=ids.new_uuid(),
            at=now,
            enrolment=found.id,
            person=found.person,
            organisation=found.organisation,
            module=module,
        )
    )
    title = next(one.title for one in _shape(found).modules if one.key == module)
    _record(found, _act(found, now).finished_module(module, title), now)


def _tell_course(found: Enrolment, now: datetime) -> None:
    events.publish(
        CourseFinished(
            event_id=ids.new_uuid(),
            at=now,
            enrolment=found.id,
            person=found.person,
            organisation=found.organisation,
        )
    )
    _record(found, _act(found, now).finished_course(_shape(found).title), now)


def _act(found: Enrolment, now: datetime) -> Act:
    return Act(found, records.pseudonym(found.person, organisation=found.organisation), now)


def _record(found: Enrolment, statement: Statement, now: datetime) -> None:
    records.record(statement, store=found.organisation, now=now)


def _shape(found: Enrolment) -> CourseShape:
    return store.load(found.package_id).shape


def _step_title(found: Enrolment, module: str, step: str) -> Words:
    for one in _shape(found).modules:
        for each in one.steps:
            if (one.key, each.info.key) == (module, step):
                return each.info.title
    raise NotFound(_("This module has no such step. Open the module to see what it has."))


def _row(registration: EnrolmentId, module: str, step: str) -> models.StepProgress | None:
    return models.StepProgress.objects.filter(registration=registration, module=module, step=step).first()


def _lock(enrolment: EnrolmentId) -> None:
    """One act at a time in an enrolment: two tabs finishing at once tell it once."""
    models.Enrolment.objects.select_for_update().get(uuid=enrolment)
