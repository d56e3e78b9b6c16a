"""A step: read it, practise in it, finish it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tequio.assessment import api as assessment
from tequio.kit import clock
from tequio.learning import api as learning
from tequio.web.asking import known_actor
from tequio.web.learn.pages.practice import Practised
from tequio.web.learn.pages.step import step_page
from tequio.web.learn.visitor import enrolment_in, language_of_page, to_join
from tequio.web.shell import show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

    from tequio.learning.values import Enrolment, StepPage


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, course: str, module: str, step: str) -> HttpResponse:
    enrolment = enrolment_in(request, course)
    content = read_step(enrolment, course, module, step)
    if request.method == "POST":
        return _finish(request, enrolment, content)
    if enrolment:
        learning.open_step(
            enrolment=enrolment.id, module=module, step=step, by=known_actor(request), now=clock.now()
        )
    return show_step(request, enrolment, content, {})


def show_step(
    request: HttpRequest,
    enrolment: Enrolment | None,
    content: StepPage,
    problems: Mapping[str, str],
    *,
    status: int = 200,
) -> HttpResponse:
    """The step's page; `problems` says, by item key, why what was just sent could not be judged."""
    practised = Practised(assessment.practice_state(enrolment.id), problems) if enrolment else None
    finished = _finished(enrolment, content.module.key) if enrolment else None
    page = step_page(content, practised, language_of_page(), finished=finished)
    return show(request, page, status=status)


def _finished(enrolment: Enrolment, module: str) -> frozenset[str]:
    progress = learning.progress(enrolment.id).modules
    return next((one.finished for one in progress if one.key == module), frozenset())


def read_step(enrolment: Enrolment | None, course: str, module: str, step: str) -> StepPage:
    """The step in the version that the learner's enrolment pins, else in the one on offer."""
    package = enrolment.package_id if enrolment else learning.course(course).package_id
    return learning.step(package, module, step, language_of_page())


def _finish(request: HttpRequest, enrolment: Enrolment | None, content: StepPage) -> HttpResponse:
    course, module = content.module.course_key, content.module.key
    if enrolment is None:
        return to_join(reverse("step", args=[course, module, content.step.key]))
    learning.finish_step(
        enrolment=enrolment.id, module=module, step=content.step.key, by=known_actor(request), now=clock.now()
    )
    if content.next:
        return HttpResponseRedirect(reverse("step", args=[course, module, content.next]))
    return HttpResponseRedirect(reverse("module", args=[course, module]))
