"""Pages anybody may read: home, catalogue, course, module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_safe

from tequio.credentials.vouching import api as vouching
from tequio.kit import clock
from tequio.learning import api as learning
from tequio.web.learn.entering import entries
from tequio.web.learn.pages.catalogue import catalogue_page
from tequio.web.learn.pages.course import course_page
from tequio.web.learn.pages.home import home_page
from tequio.web.learn.pages.measures import read_price
from tequio.web.learn.pages.module import module_page
from tequio.web.learn.visitor import enrolment_in, in_local_time, language_of_page
from tequio.web.shell import show
from tequio.web.vouchings import vouching_line

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from tequio.learning.values import Enrolment, ModuleProgress


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    language = language_of_page()
    return show(request, home_page(learning.catalogue(), entries(language), language))


@require_safe
def courses(request: HttpRequest) -> HttpResponse:
    return show(request, catalogue_page(learning.catalogue(), language_of_page()))


@require_safe
@in_local_time
def course(request: HttpRequest, course: str) -> HttpResponse:
    price_text = request.GET.get("price", "").strip()[:20]
    enrolment, now = enrolment_in(request, course), clock.now()
    page = course_page(
        learning.course(enrolment.id if enrolment else course),
        learning.progress(enrolment.id) if enrolment else None,
        language=language_of_page(),
        price_text=price_text,
        price=read_price(price_text),
        behind=[vouching_line(one, now) for one in vouching.behind_course(course, now=now)],
    )
    return show(request, page)


@require_safe
def module(request: HttpRequest, course: str, module: str) -> HttpResponse:
    enrolment = enrolment_in(request, course)
    whole = learning.course(enrolment.id if enrolment else course)
    info = learning.module(enrolment.id if enrolment else course, module)
    progress = module_progress(enrolment, module)
    return show(request, module_page(info, whole.outcomes, progress, language_of_page()))


def module_progress(enrolment: Enrolment | None, module: str) -> ModuleProgress | None:
    if enrolment is None:
        return None
    return next((one for one in learning.progress(enrolment.id).modules if one.key == module), None)
