"""Who visits a learner page: the actor, the language of the page, and the enrolment in a course if there is one."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from tequio.learning import api as learning
from tequio.people import api as people
from tequio.web.asking import known_actor

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from tequio.learning.values import Enrolment

P = ParamSpec("P")


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


def in_local_time(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Show moments in the zone of the visitor's organisation, else of the hub's first."""

    @wraps(view)
    def shown(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        request = next(value for value in args if isinstance(value, HttpRequest))
        with timezone.override(zone_of(request)):
            return view(*args, **kwargs)

    return shown


def zone_of(request: HttpRequest) -> ZoneInfo:
    mine = known_actor(request).organisation
    places = [place for place in people.organisations() if mine in (None, place.id)]
    return ZoneInfo(places[0].zone if places else "UTC")
