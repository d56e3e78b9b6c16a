"""Following a run: who is where, and since when somebody is silent. A handful of queries, however many learners."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from tequio.learning.content import store
from tequio.learning.runs import models, rules
from tequio.learning.runs.enrolling import run_row
from tequio.learning.values import EnrolmentId, ProgressState, RunId
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId, PersonId
from tequio.records import api as records

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from tequio.kit.words import Words
    from tequio.learning.values import OutcomeInfo, Progress
    from tequio.people.values import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class RunToFollow:
    """A run with what a teacher tells it by. `modules` are titles by key, in order; no dates: at one's own pace."""

    id: RunId
    organisation: OrganisationId
    course_key: str
    title: Words
    version: int
    preview: bool
    opened_at: datetime
    learners: int
    outcomes: tuple[OutcomeInfo, ...]
    modules: Mapping[str, Words]
    has_check: bool
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A learner of a run: how far, in which module (None when all are finished), and when they last did something."""

    enrolment: EnrolmentId
    person: PersonId
    enrolled_at: datetime
    steps_done: int
    steps: int
    module: str | None
    last_act: datetime


def runs_to_follow(*, organisation: OrganisationId, by: Actor) -> tuple[RunToFollow, ...]:
    """The runs of an organisation that `by` may follow, the newest first."""
    rows = models.Run.objects.filter(organisation__uuid=organisation).order_by("-opened_at", "-pk")
    seen = [
        row
        for row in rows.select_related("version__course").defer("version__manifest")
        if people.allowed(by, Action.RUN_FOLLOW, organisation=organisation, run=row.uuid)
    ]
    counted = (
        models.Enrolment.objects.filter(run__in=seen).order_by().values_list("run").annotate(Count("pk"))
    )
    learners = dict(counted)
    return tuple(_run(row, learners.get(row.pk, 0)) for row in seen)


def follow(run: RunId, *, by: Actor) -> tuple[RunToFollow, tuple[Followed, ...]]:
    """A run and all of its learners, whoever was silent longest first."""
    row = run_row(run)
    organisation = OrganisationId(row.organisation_id)
    people.require(by, Action.RUN_FOLLOW, organisation=organisation, run=row.uuid)
    enrolled = list(models.Enrolment.objects.filter(run=row))
    registrations = [one.uuid for one in enrolled]
    acts, far = records.last_acts(registrations), _progress(row, registrations)
    learners = [_followed(one, far[one.uuid], acts.get(one.uuid, one.enrolled_at)) for one in enrolled]
    return _run(row, len(learners)), tuple(sorted(learners, key=lambda one: (one.last_act, one.enrolment)))


def _run(row: models.Run, learners: int) -> RunToFollow:
    shape = store.load(row.version.package_id).shape
    return RunToFollow(
        id=RunId(row.uuid),
        organisation=OrganisationId(row.organisation_id),
        course_key=shape.key,
        title=shape.title,
        version=row.version.num,
        preview=row.preview,
        opened_at=row.opened_at,
        learners=learners,
        outcomes=shape.outcomes,
        modules={module.key: module.title for module in shape.modules},
        has_check=shape.final_check is not None,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
    )


def _progress(run: models.Run, registrations: list[UUID]) -> Mapping[UUID, Progress]:
    """Every learner's progress, from one query."""
    shape = store.load(run.version.package_id).shape
    modules = {module.key: [step.info.key for step in module.steps] for module in shape.modules}
    opened: dict[tuple[UUID, str], set[str]] = defaultdict(set)
    finished: dict[tuple[UUID, str], set[str]] = defaultdict(set)
    for step in models.StepProgress.objects.filter(registration__in=registrations):
        opened[step.registration, step.module].add(step.step)
        if step.finished_at is not None:
            finished[step.registration, step.module].add(step.step)
    return {
        one: rules.progress(
            modules,
            {key: frozenset(opened[one, key]) for key in modules},
            {key: frozenset(finished[one, key]) for key in modules},
        )
        for one in registrations
    }


def _followed(row: models.Enrolment, progress: Progress, last_act: datetime) -> Followed:
    unfinished = (one.key for one in progress.modules if one.state is not ProgressState.FINISHED)
    return Followed(
        enrolment=EnrolmentId(row.uuid),
        person=PersonId(row.person_id),
        enrolled_at=row.enrolled_at,
        steps_done=sum(one.steps_done for one in progress.modules),
        steps=sum(one.steps for one in progress.modules),
        module=next(unfinished, None),
        last_act=last_act,
    )
