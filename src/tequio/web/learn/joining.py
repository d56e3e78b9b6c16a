"""Joining: a name, then one secret, and straight on to the card and the course."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
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
    """One question: a name, or a secret. `course` is the key of the course that follows, or empty; `next` comes after.

    `password`: instead of a PIN. `name` is what was answered before, or empty.
    """

    template: ClassVar[str] = "people/join.html"
    form: JoinForm
    name: str
    password: bool
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
    page = _page(request, course, then)
    form = page.form
    if not form.is_bound:
        return show(request, page)
    if not form.is_valid():
        return _again(request, page)
    try:
        person = _join(request, form, course)
    except people.FieldsRefused as refusal:
        form.refuse(refusal)
        return _again(request, replace(page, name="" if "name" in form.errors else page.name))
    except people.MustWait as wait:
        form.add_error(None, str(wait))
        return asking.retry_later(show(request, page, status=429), wait)
    return _welcome(request, person, form.cleaned_data["secret"], then)


def _again(request: HttpRequest, page: JoinPage) -> HttpResponse:
    """The question that was answered wrongly. While it is the name, the secret was not asked for yet."""
    if not page.name:
        page.form.errors.pop("secret", None)
    return show(request, page, status=400)


def _page(request: HttpRequest, course: str, then: str) -> JoinPage:
    """A POST with a name and no secret has answered the first question: ask the second."""
    name = request.POST.get("name", "").strip()
    password = request.POST.get("with", request.POST.get("kind")) == "password"
    second = bool(name) and ("secret" not in request.POST or "with" in request.POST)
    form = JoinForm(None if second else asking.posted(request), password=password)
    return JoinPage(form, name, password, course, then)


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
