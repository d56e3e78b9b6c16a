"""Starting: exact limits however many ask at once, one open attempt, resumed wherever the learner goes on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import Max

from tequio.assessment import access, closing, forms, papers, results, rules, statements
from tequio.assessment.errors import AttemptUnknown, PaperNotReady, StartRefused
from tequio.assessment.models import OPEN, Attempt, Save
from tequio.assessment.values import AttemptId, AttemptState, AttemptView, PaperId
from tequio.kit import ids
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from tequio.assessment.models import Paper, PaperVersion
    from tequio.assessment.values import PaperSpec
    from tequio.people.values import Actor


def start(
    *, paper: PaperId, registration: UUID, actor_name: str, language: str, now: datetime, by: Actor
) -> AttemptView:
    """Open an attempt, whose clock runs from now, or go on with the one that is open.

    Refused when the paper is passed, the tries are used up, the wait is not over, or no form can be drawn. Asked by
    many at once for one enrolment, exactly one attempt is opened: the database holds number and openness unique.
    """
    row = papers.paper_row(paper)
    people.require(
        by, Action.ATTEMPT_START, organisation=OrganisationId(row.organisation_id), owner=by.person
    )
    theirs = Attempt.objects.filter(paper=row, registration=registration)
    closing.close_these(theirs.filter(state=OPEN, deadline__lt=now), now)
    attempt = _open_one(row, registration)
    if attempt is None:
        attempt = _start_once(row, registration, actor_name, language, now, by)
    if attempt.person_id != by.person:
        raise AttemptUnknown
    return _view(attempt)


def view_attempt(*, attempt: AttemptId, by: Actor, now: datetime) -> AttemptView:
    """The attempt with its form and what is saved, for its learner only, on whichever device."""
    return _view(access.reach(attempt, by=by, action=Action.ATTEMPT_ANSWER, now=now))


def _start_once(
    row: Paper, registration: UUID, actor_name: str, language: str, now: datetime, by: Actor
) -> Attempt:
    try:
        with transaction.atomic():
            return _begin(row, registration, actor_name, language, now, by)
    except IntegrityError:  # another start of the same learner came first: theirs is the attempt
        attempt = _open_one(row, registration)
        if attempt is None:
            raise
        return attempt


def _open_one(row: Paper, registration: UUID) -> Attempt | None:
    open_ones = Attempt.objects.filter(paper=row, registration=registration, state=OPEN)
    return open_ones.select_related("paper__bank", "version").first()


def _begin(
    row: Paper, registration: UUID, actor_name: str, language: str, now: datetime, by: Actor
) -> Attempt:
    again = _open_one(row, registration)  # now that the transaction holds (SQLite has one writer)
    if again is not None:
        return again
    version = papers.current(row)
    spec = papers.spec_of(version)
    so_far = results.past(row, registration)
    _refuse(row, spec, so_far, now)
    attempt = _new(row, version, spec, by, now)
    attempt.registration, attempt.actor_name, attempt.language = registration, actor_name, language
    attempt.num = len(so_far) + 1
    attempt.save(force_insert=True)
    forms.draw_form(attempt, spec)
    statements.started(attempt)
    return attempt


def _new(row: Paper, version: PaperVersion, spec: PaperSpec, by: Actor, now: datetime) -> Attempt:
    assert by.person is not None
    return Attempt(
        uuid=ids.new_uuid(),
        paper=row,
        version=version,
        organisation_id=row.organisation_id,
        person_id=by.person,
        tries=spec.tries,
        started_at=now,
        deadline=now + timedelta(minutes=spec.minutes),
    )


def _refuse(row: Paper, spec: PaperSpec, so_far: list[rules.Past], now: datetime) -> None:
    refusal = rules.start_refusal(so_far, spec, now)
    if refusal is not None:
        zone = ZoneInfo(people.organisation(OrganisationId(row.organisation_id)).zone)
        raise StartRefused(refusal, spec, rules.next_try_at(so_far, spec), zone)
    if papers.lacking_now(row, spec):
        raise PaperNotReady


def _view(attempt: Attempt) -> AttemptView:
    spec = papers.spec_of(attempt.version)
    form = forms.places(attempt)
    answers = forms.standing(attempt)
    so_far = results.past(attempt.paper, attempt.registration)
    return AttemptView(
        id=AttemptId(attempt.uuid),
        paper=PaperId(attempt.paper.uuid),
        number=attempt.num,
        tries_left=rules.tries_left(so_far, spec.tries, opened=int(attempt.state == OPEN)),
        items=tuple(forms.public_item(place) for place in form),
        saved={place.version.shown["key"]: answers[place.pk] for place in form if place.pk in answers},
        started_at=attempt.started_at,
        deadline=attempt.deadline,
        language=attempt.language,
        state=AttemptState(attempt.state),
        title=dict(spec.title),
        seq=Save.objects.filter(attempt=attempt).aggregate(most=Max("seq"))["most"] or 0,
    )
