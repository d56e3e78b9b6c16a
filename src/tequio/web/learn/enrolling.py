"""Joining a course: a page that says what it means, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tequio.kit import clock
from tequio.learning import api as learning
from tequio.web.asking import known_actor
from tequio.web.learn.pages.join_course import join_course_page
from tequio.web.learn.visitor import enrolment_in, language_of_page, to_join
from tequio.web.shell import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "HEAD", "POST"])
def join_course(request: HttpRequest, course: str) -> HttpResponse:
    actor = known_actor(request)
    if actor.person is None:
        return to_join(reverse("join_course", args=[course]))
    if enrolment_in(request, course):
        return HttpResponseRedirect(reverse("today"))
    language = language_of_page()
    if request.method != "POST":
        return show(request, join_course_page(learning.course(course), language))
    learning.enrol(course_key=course, person=actor.person, language=language, by=actor, now=clock.now())
    return HttpResponseRedirect(_first_module(course))


def _first_module(course: str) -> str:
    modules = learning.course(course).modules
    return reverse("module", args=[course, modules[0].key]) if modules else reverse("today")
