"""Setting up a new hub from the browser: a one-time address, one question per page, and a first operator at the end.

The address is printed by `tequio init`. Whoever opens it first gets a cookie and the address dies; every page
below asks for that cookie, and answers 404 once the hub has an operator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from tequio.kit import clock
from tequio.people import api as people
from tequio.people.opening import api as opening
from tequio.people.values import Action
from tequio.web import sessions
from tequio.web.asking import known_actor, posted, signed_in
from tequio.web.learn.card import print_for
from tequio.web.operate.founding import found
from tequio.web.operate.pages.setup import BeginPage, FirstPage, PasswordPage, check_page, question_page
from tequio.web.operate.pages.todo import todo_lines
from tequio.web.operate.places import zones_of
from tequio.web.operate.setup_forms import QUESTIONS, PasswordForm
from tequio.web.operate.todo import facts
from tequio.web.shell import show
from tequio.web.staff import place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

    from tequio.people.values import PersonInfo

COOKIE = "tequio_setup"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def setup_begin(request: HttpRequest, token: str) -> HttpResponse:
    """A GET looks only, so that a link's preview uses nothing up; the POST takes the token."""
    if request.method != "POST":
        return show(request, BeginPage(stands=opening.stands(token, now=clock.now())))
    holder = opening.take(token, now=clock.now())
    response = HttpResponseRedirect(reverse("setup"))
    response.set_cookie(
        COOKIE,
        holder,
        max_age=int(opening.GOOD_FOR.total_seconds()),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )
    return response


@never_cache
@require_safe
def setup(request: HttpRequest) -> HttpResponse:
    """On to the first question without an answer, else to all of them at a glance."""
    said = _answers(request)
    missing = next((key for key in QUESTIONS if key not in said), None)
    if missing:
        return HttpResponseRedirect(reverse("setup_question", args=[missing]))
    return show(request, check_page(said))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def setup_question(request: HttpRequest, question: str) -> HttpResponse:
    """One question. Its answer is kept on the hub, so that a lost connection loses nothing."""
    said = _answers(request)
    if question not in QUESTIONS or (question == "zone" and "country" not in said):
        raise Http404
    form = QUESTIONS[question](posted(request), said)
    if not form.is_valid():
        page = question_page(form, question)
        return show(request, page, status=400 if form.is_bound else 200)
    answered = {question: form.cleaned_data[question]}
    opening.answer(_holder(request), now=clock.now(), **answered, **_follows(answered, said))
    return HttpResponseRedirect(reverse("setup"))


def _follows(answered: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """A country with one time zone answers that question; another country takes the zone of the first back."""
    country = answered.get("country")
    if country is None or said.get("zone") in zones_of(country):
        return {}
    only = zones_of(country)
    return {"zone": only[0]} if len(only) == 1 or "zone" in said else {}


@never_cache
@sensitive_post_parameters("secret")
@require_http_methods(["GET", "HEAD", "POST"])
def setup_finish(request: HttpRequest) -> HttpResponse:
    """The operator's password; with it everything is made at once, and the card is shown."""
    said = _answers(request)
    if any(key not in said for key in QUESTIONS):
        return HttpResponseRedirect(reverse("setup"))
    form = PasswordForm(posted(request))
    if form.is_valid():
        try:
            first = _found(request, said, form.cleaned_data["secret"])
        except people.FieldsRefused as refusal:
            form.refuse(refusal)
        else:
            return _welcome(request, first)
    page = PasswordPage(form, said["operator"])
    return show(request, page, status=400 if form.is_bound else 200)


@transaction.atomic
def _found(request: HttpRequest, said: Mapping[str, str], secret: str) -> PersonInfo:
    """The opening is spent in the same transaction: of two finishers one finds it gone."""
    now = clock.now()
    opening.spend(_holder(request), now=now)
    return found(**{key: said[key] for key in QUESTIONS}, secret=secret, now=now)


def _welcome(request: HttpRequest, first: PersonInfo) -> HttpResponse:
    then = f"{reverse('card')}?{urlencode({'next': reverse('setup_first')})}"
    response = sessions.enter(request, first.id, then=then)
    print_for(response, first.id)
    response.delete_cookie(COOKIE)
    return response


@never_cache
@require_safe
@signed_in
def setup_first(request: HttpRequest) -> HttpResponse:
    """What first? The same list as on the operator's start page, alone."""
    actor = known_actor(request)
    here = place(actor, Action.HUB_OPERATE)
    todo = todo_lines(facts(actor, here).to_do())
    return show(request, FirstPage(people.organisation(here).name, todo))


def _holder(request: HttpRequest) -> str:
    return request.COOKIES.get(COOKIE, "")


def _answers(request: HttpRequest) -> Mapping[str, str]:
    return opening.answers(_holder(request), now=clock.now())
