"""Who visits a learner page: the actor, the language of the page, and the enrolment in a course if there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.urls import reverse
from django.utils.translation import get_language

from tequio.learning import api as learning
from tequio.web.asking import known_actor

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from tequio.learning.values import Enrolment


def language_of_page() -> str:
    return get_language() or settings.LANGUAGE_CODE


def enrolment_in(request: HttpRequest, course_key: str) -> Enrolment | None:
    """The visitor's newest enrolment in the course."""
    person = known_actor(request).person
    if person is None:
        return None
    mine = [one for one in learning.enrolments(person) if one.course_key == course_key]
    return max(mine, key=lambda one: one.enrolled_at, default=None)


def to_join(back: str) -> HttpResponse:
    """Off to join, and back here afterwards."""
    return redirect_to_login(back, login_url=reverse("join"), redirect_field_name="next")
