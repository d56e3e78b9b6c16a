"""Joining on one page: a name, one secret, and straight on to the card and the course."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tequio.kit import clock
from tequio.kit.errors import NotFound, Refused
from tequio.learning import api as learning
from tequio.people import api as people
from tequio.web import asking, sessions
from tequio.web.learn.card import print_for
from tequio.web.people_forms import JoinForm
from tequio.web.shell import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from tequio.people.values import OrganisationId, PersonInfo


@dataclass(frozen=True, slots=True)
class JoinPage:
    """What one types to join. `course` is the key of the course that follows, or empty; `next` comes after."""

    template: ClassVar[str] = "people/join.html"
    form: JoinForm
    course: str
    next: str


@never_cache
@sensitive_post_parameters("secret")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """An account in one step; whoever has one goes on to where they were going."""
    course = request.POST.get("course") or request.GET.get("course") or ""
    then = asking.safe_next(
        request, reverse("course", args=[course]) if _is_key(course) else reverse("today")
    )
    if asking.known_actor(request).is_known:
        return HttpResponseRedirect(then)
    form = JoinForm(asking.posted(request))
    page = JoinPage(form, course, then)
    if not form.is_valid():
        return show(request, page, status=400 if form.is_bound else 200)
    try:
        person = _join(request, form, course)
    except people.FieldsRefused as refusal:
        form.refuse(refusal)
        return show(request, page, status=400)
    except people.MustWait as wait:
        form.add_error(None, str(wait))
        return asking.retry_later(show(request, page, status=429), wait)
    return _welcome(request, person, form.cleaned_data["secret"], then)


def _is_key(course: str) -> bool:
    return bool(course) and course.replace("-", "").isalnum() and course.isascii()


def _join(request: HttpRequest, form: JoinForm, course: str) -> PersonInfo:
    language = get_language() or settings.LANGUAGE_CODE
    person = people.join(
        organisation=_organisation_of(course),
        language=language,
        now=clock.now(),
        address=asking.address_of(request),
        **form.cleaned_data,
    )
    if _is_key(course):
        with suppress(Refused):  # the account is made; the course's page says why the course is closed
            actor = people.actor(person.id)
            learning.enrol(course_key=course, person=person.id, language=language, by=actor, now=clock.now())
    return person


def _organisation_of(course: str) -> OrganisationId:
    """The organisation that gives the course, else the hub's first."""
    if _is_key(course):
        return learning.course(course).organisation
    places = people.organisations()
    if not places:
        raise NotFound(_("This hub has not been opened yet."))
    return places[0].id


def _welcome(request: HttpRequest, person: PersonInfo, secret: str, then: str) -> HttpResponse:
    """A session, the device for whoever chose a PIN, and the card with its secret."""
    response = sessions.enter(request, person.id, then=f"{reverse('card')}?{urlencode({'next': then})}")
    print_for(response, person.id)
    if secret.isdigit():
        asking.remember_device(request, response, person.id)
    return response
