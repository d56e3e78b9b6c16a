"""The final check: its rules, sitting at it, and keeping answers as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tequio.assessment import api as assessment
from tequio.assessment.values import AttemptId, AttemptState
from tequio.kit import clock
from tequio.kit.errors import NotFound
from tequio.learning import api as learning
from tequio.records import api as records
from tequio.web.asking import known_actor, signed_in
from tequio.web.learn import responses
from tequio.web.learn.handing_in import certificate_of
from tequio.web.learn.pages.attempt import attempt_page
from tequio.web.learn.pages.final_check import final_check_page
from tequio.web.learn.visitor import enrolment_in, in_local_time, language_of_page
from tequio.web.shell import show

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from tequio.assessment.values import PaperId
    from tequio.learning.values import CourseInfo, Enrolment, FinalCheckFacts
    from tequio.web.learn.pages.final_check import FinalCheckPage


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def final_check(request: HttpRequest, course: str) -> HttpResponse:
    enrolment = enrolment_in(request, course)
    info = learning.course(enrolment.id if enrolment else course)
    if enrolment is None or info.final_check is None:
        return HttpResponseRedirect(reverse("join_course" if info.final_check else "course", args=[course]))
    if request.method == "POST":
        return _start(request, enrolment, _paper(info))
    return show(request, _rules(request, enrolment, info, info.final_check))


def _rules(
    request: HttpRequest, enrolment: Enrolment, course: CourseInfo, check: FinalCheckFacts
) -> FinalCheckPage:
    now = clock.now()
    tries = assessment.attempts(enrolment.id, now=now)
    closed = [one for one in tries if one.state is not AttemptState.OPEN]
    last = assessment.result(closed[-1].id, by=known_actor(request)) if closed else None
    return final_check_page(
        course,
        check,
        tries,
        last=last,
        certificate_href=certificate_of(last, course.key) if last else "",
        unfinished=sum(one.steps_done < one.steps for one in learning.progress(enrolment.id).modules),
        now=now,
        language=language_of_page(),
    )


def _paper(course: CourseInfo) -> PaperId:
    if course.final_check is None:
        raise NotFound(_("This course has no final check."))
    return assessment.paper_by_key(course.organisation, course.final_check.paper_key).id


def _start(request: HttpRequest, enrolment: Enrolment, paper: PaperId) -> HttpResponse:
    attempt = assessment.start(
        paper=paper,
        registration=enrolment.id,
        actor_name=records.pseudonym(enrolment.person, organisation=enrolment.organisation),
        language=language_of_page(),
        by=known_actor(request),
        now=clock.now(),
    )
    return HttpResponseRedirect(reverse("attempt", args=[attempt.id]))


@never_cache
@require_safe
@signed_in
@in_local_time
def attempt(request: HttpRequest, attempt: UUID) -> HttpResponse:
    now = clock.now()
    view = assessment.view_attempt(attempt=AttemptId(attempt), by=known_actor(request), now=now)
    if view.state is not AttemptState.OPEN:
        return HttpResponseRedirect(reverse("attempt_result", args=[attempt]))
    return show(request, attempt_page(view, now=now))


@never_cache
@require_POST
@signed_in
def attempt_save(request: HttpRequest, attempt: UUID) -> HttpResponse:
    """Keep what was sent: one answer from the script, the whole form without it."""
    actor, now = known_actor(request), clock.now()
    view = assessment.view_attempt(attempt=AttemptId(attempt), by=actor, now=now)
    late = view.state is not AttemptState.OPEN
    for change in () if late else responses.changes_in(request.POST, view):
        saved = assessment.save(
            attempt=view.id, item=change.item, response=change.response, key=change.key, by=actor, now=now
        )
        late = late or saved.late
    if request.headers.get("Accept", "").startswith("application/json"):
        message = _("This answer came too late to count.")
        return JsonResponse(
            {"message": message} if late else {"saved_at": now.isoformat()}, status=409 if late else 200
        )
    return HttpResponseRedirect(responses.where_next(request.POST.get("then", ""), attempt, late=late))
