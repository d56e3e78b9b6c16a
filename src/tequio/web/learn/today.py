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
    from django.http import HttpRequest, HttpResponse

    from tequio.learning.values import Enrolment


@never_cache
@require_safe
@signed_in
@in_local_time
def today(request: HttpRequest) -> HttpResponse:
    person, language = known_person(request), language_of_page()
    newest_first = sorted(learning.enrolments(person), key=lambda one: one.enrolled_at, reverse=True)
    page = TodayPage(
        name=people.person(person).name,
        courses=[_course(enrolment, language) for enrolment in newest_first],
        certificates=[certificate_line(one, language) for one in credentials.credentials_of(person)],
        mastery_rule=assessment.mastery_rule().sentence,
    )
    return show(request, page)


def _course(enrolment: Enrolment, language: str) -> CourseLine:
    course = learning.course(enrolment.id)
    progress = learning.progress(enrolment.id)
    unfinished = next((one.key for one in progress.modules if one.steps_done < one.steps), None)
    return course_line(
        enrolment,
        course,
        progress,
        learning.module(enrolment.id, unfinished) if unfinished else None,
        assessment.mastery(enrolment.id, [outcome.key for outcome in course.outcomes]),
        language,
    )
