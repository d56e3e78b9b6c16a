"""Handing in, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tequio.assessment import api as assessment
from tequio.assessment.values import AttemptId, AttemptState
from tequio.credentials import api as credentials
from tequio.kit import clock
from tequio.learning import api as learning
from tequio.learning.values import EnrolmentId
from tequio.web.asking import known_actor, signed_in
from tequio.web.learn.pages.attempt import hand_in_page
from tequio.web.learn.pages.result import result_page
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.shell import show

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from tequio.assessment.values import AttemptResult


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def attempt_submit(request: HttpRequest, attempt: UUID) -> HttpResponse:
    """Say what has no answer yet; hand in on POST."""
    actor, now = known_actor(request), clock.now()
    view = assessment.view_attempt(attempt=AttemptId(attempt), by=actor, now=now)
    if view.state is AttemptState.OPEN and request.method != "POST":
        return show(request, hand_in_page(view))
    if view.state is AttemptState.OPEN:
        assessment.submit(attempt=view.id, by=actor, now=now)
    return HttpResponseRedirect(reverse("attempt_result", args=[attempt]))


@never_cache
@require_safe
@signed_in
@in_local_time
def attempt_result(request: HttpRequest, attempt: UUID) -> HttpResponse:
    actor = known_actor(request)
    now = clock.now()
    view = assessment.view_attempt(attempt=AttemptId(attempt), by=actor, now=now)
    if view.state is AttemptState.OPEN:
        return HttpResponseRedirect(reverse("attempt", args=[attempt]))
    result = assessment.result(view.id, by=actor)
    course = learning.course(EnrolmentId(result.registration))
    page = result_page(
        result,
        course,
        certificate_href=certificate_of(result, course.key),
        now=now,
        language=language_of_page(),
    )
    return show(request, page)


def certificate_of(result: AttemptResult, course: str) -> str:
    """The page of the certificate of `course`, once this attempt has earned it; empty while there is none."""
    mine = credentials.credentials_of(result.person) if result.passed else ()
    earned = next((one for one in mine if one.course_key == course), None)
    return reverse("certificate", args=[earned.code]) if earned else ""
