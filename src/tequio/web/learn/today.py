"""The learner's start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tequio.assessment import api as assessment
from tequio.assessment.values import AttemptState
from tequio.credentials import api as credentials
from tequio.kit import clock
from tequio.learning import api as learning
from tequio.people import api as people
from tequio.web.asking import known_actor, known_person, signed_in
from tequio.web.learn.pages.next_thing import Studied
from tequio.web.learn.pages.today import today_page
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.shell import show

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from tequio.credentials.values import CredentialView
    from tequio.learning.values import Enrolment
    from tequio.people.values import Actor


@never_cache
@require_safe
@signed_in
@in_local_time
def today(request: HttpRequest) -> HttpResponse:
    actor, person, now = known_actor(request), known_person(request), clock.now()
    earned = credentials.credentials_of(person)
    newest_first = sorted(learning.enrolments(person), key=lambda one: one.enrolled_at, reverse=True)
    studied = [_studied(one, earned, by=actor, now=now) for one in newest_first]
    name = people.person(person).name
    page = today_page(name, studied, certificates=len(earned), now=now, language=language_of_page())
    return show(request, page)


def _studied(enrolment: Enrolment, earned: Sequence[CredentialView], *, by: Actor, now: datetime) -> Studied:
    progress = learning.progress(enrolment.id)
    unfinished = next((one.key for one in progress.modules if one.steps_done < one.steps), None)
    tries = assessment.attempts(enrolment.id, now=now)
    closed = [one for one in tries if one.state is not AttemptState.OPEN]
    return Studied(
        enrolment=enrolment,
        course=learning.course(enrolment.id),
        progress=progress,
        module=learning.module(enrolment.id, unfinished) if unfinished else None,
        tries=tries,
        last=assessment.result(closed[-1].id, by=by) if closed else None,
        certificate=next((one for one in earned if one.registration == enrolment.id), None),
    )
