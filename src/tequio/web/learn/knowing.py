"""What I know: the learner's open model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tequio.assessment import api as assessment
from tequio.learning import api as learning
from tequio.web.asking import known_person, signed_in
from tequio.web.learn.pages.knowing import know_page
from tequio.web.learn.visitor import language_of_page
from tequio.web.shell import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from tequio.assessment.values import OutcomeMastery
    from tequio.learning.values import CourseInfo, Enrolment


@never_cache
@require_safe
@signed_in
def know(request: HttpRequest) -> HttpResponse:
    mine = sorted(learning.enrolments(known_person(request)), key=lambda one: one.enrolled_at, reverse=True)
    page = know_page([_found(one) for one in mine], assessment.mastery_rule(), language_of_page())
    return show(request, page)


def _found(enrolment: Enrolment) -> tuple[CourseInfo, tuple[OutcomeMastery, ...]]:
    course = learning.course(enrolment.id)
    return course, assessment.mastery(enrolment.id, [one.key for one in course.outcomes])
