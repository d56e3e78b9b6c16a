"""The learner's start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tequio.assessment import api as assessment
from tequio.credentials import api as credentials
from tequio.learning import api as learning
from tequio.people import api as people
from tequio.web.asking import known_person, signed_in
from tequio.web.learn.pages.today import CourseLine, TodayPage, certificate_line, course_line
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.shell import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from tequio.credentials.values import CredentialView
    from tequio.learning.values import Enrolment


@never_cache
@require_safe
@signed_in
@in_local_time
def today(request: HttpRequest) -> HttpResponse:
    person, language = known_person(request), language_of_page()
    earned = credentials.credentials_of(person)
    newest_first = sorted(learning.enrolments(person), key=lambda one: one.enrolled_at, reverse=True)
    page = TodayPage(
        name=people.person(person).name,
        courses=[_course(enrolment, earned, language) for enrolment in newest_first],
        certificates=[certificate_line(one, language) for one in earned],
        mastery_rule=assessment.mastery_rule().sentence,
    )
    return show(request, page)


def _course(enrolment: Enrolment, earned: Sequence[CredentialView], language: str) -> CourseLine:
    course = learning.course(enrolment.id)
    progress = learning.progress(enrolment.id)
    certificate = next((one for one in earned if one.course_key == course.key), None)
    unfinished = next((one.key for one in progress.modules if one.steps_done < one.steps), None)
    return course_line(
        enrolment,
        course,
        progress,
        learning.module(enrolment.id, unfinished) if unfinished else None,
        assessment.mastery(enrolment.id, [outcome.key for outcome in course.outcomes]),
        certificate,
        language,
    )
