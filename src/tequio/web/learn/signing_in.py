"""Signing in and out, and choosing another PIN or password."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tequio.kit import clock
from tequio.kit.errors import Refused
from tequio.people import api as people
from tequio.web import asking, sessions
from tequio.web.learn.card import SECRET_COOKIE
from tequio.web.people_forms import NewSecretForm, RefusableForm, SignInForm
from tequio.web.shell import show
from tequio.web.start_links import own_start

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from tequio.people.values import PersonInfo
    from tequio.web.shell import Page


@dataclass(frozen=True, slots=True)
class SignInPage:
    """One question: who are you (on a device that knows `people`), what is your code, what is your secret.

    `ask` says which; `picked` is who, when this device knows them; `pin`: they are asked for digits.
    """

    template: ClassVar[str] = "people/sign_in.html"
    form: SignInForm
    ask: Literal["who", "code", "secret"]
    people: tuple[PersonInfo, ...]
    picked: PersonInfo | None
    pin: bool
    code: str
    next: str


@dataclass(frozen=True, slots=True)
class SignOutPage:
    """Asks before leaving. `known_here`: this device knows the person and can forget them."""

    template: ClassVar[str] = "people/sign_out.html"
    known_here: bool


@dataclass(frozen=True, slots=True)
class SecretPage:
    """The form for another PIN or password."""

    template: ClassVar[str] = "people/secret.html"
    form: NewSecretForm


@never_cache
@sensitive_post_parameters("secret")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Pick a person on a device that knows some, or write a code; then a PIN, password or card secret.

    A POST answers both at once, so that a card's QR and a password manager need one page only.
    """
    then = asking.safe_next(request, reverse("today"))
    if request.method == "GET" and asking.known_actor(request).is_known:
        return HttpResponseRedirect(then)
    page = _sign_in_page(request, then)
    if not page.form.is_valid():
        return show(request, page, status=400 if page.form.is_bound else 200)
    try:
        person = people.sign_in_person(
            device_token=asking.device_token(request),
            now=clock.now(),
            address=asking.address_of(request),
            **page.form.cleaned_data,
        )
    except Refused as refusal:
        return _again(request, page, page.form, refusal)
    if then == reverse("today"):
        then = own_start(people.actor(person.id, now=clock.now()))
    response = sessions.enter(request, person.id, then=then)
    if "remember" in request.POST:
        asking.remember_device(request, response, person.id)
    return response


def _sign_in_page(request: HttpRequest, then: str) -> SignInPage:
    known = people.device_people(asking.device_token(request))
    code = request.POST.get("code") or request.GET.get("code") or ""
    picked = next((person for person in known if person.code == code), None)
    pin = bool(picked and picked.has_pin) and "words" not in request.GET
    form = SignInForm(asking.posted(request), code=code, pin=pin)
    ask = _question(request, form, code, known)
    return SignInPage(form, ask, known, picked, pin, code, then)


def _question(
    request: HttpRequest, form: SignInForm, code: str, known: tuple[PersonInfo, ...]
) -> Literal["who", "code", "secret"]:
    if code and "code" not in form.errors:
        return "secret"
    return "who" if known and not form.is_bound and "other" not in request.GET else "code"


def _again(request: HttpRequest, page: Page, form: RefusableForm, refusal: Refused) -> HttpResponse:
    """The same page with the reason: 429 when one must wait, else 400."""
    if isinstance(refusal, people.FieldsRefused):
        form.refuse(refusal)
        if isinstance(page, SignInPage) and "code" in form.errors:
            page = replace(page, ask="code")
    elif isinstance(page, SignInPage) and page.pin and not isinstance(refusal, people.MustWait):
        form.add_error("secret", _("This is not your PIN. Try again, or use the secret on your card."))
    else:
        form.add_error(None, str(refusal))
    if isinstance(refusal, people.MustWait):
        return asking.retry_later(show(request, page, status=429), refusal)
    return show(request, page, status=400)


@never_cache
@require_http_methods(["GET", "POST"])
@asking.signed_in
def sign_out(request: HttpRequest) -> HttpResponse:
    """A GET asks; the POST leaves, and forgets the person on this device when they say so."""
    token, person = asking.device_token(request), asking.known_person(request)
    if request.method == "GET":
        known_here = any(known.id == person for known in people.device_people(token))
        return show(request, SignOutPage(known_here))
    if "forget" in request.POST:
        people.forget_device(token=token, person=person)
    sessions.leave(request)
    response = HttpResponseRedirect(reverse("home"))
    response.delete_cookie(SECRET_COOKIE)
    response["Clear-Site-Data"] = (
        '"cache"'  # nothing readable stays on a shared phone; what waits to be sent does
    )
    return response


@never_cache
@sensitive_post_parameters("current", "secret")
@require_http_methods(["GET", "POST"])
@asking.signed_in
def secret(request: HttpRequest) -> HttpResponse:
    """Change PIN or password. Other sessions end; this one goes on, and a PIN works on this device."""
    page = SecretPage(NewSecretForm(asking.posted(request)))
    if not page.form.is_valid():
        return show(request, page, status=400 if page.form.is_bound else 200)
    person = asking.known_person(request)
    chosen = page.form.cleaned_data["secret"]
    try:
        people.choose_secret(
            person=person,
            by=asking.known_actor(request),
            now=clock.now(),
            address=asking.address_of(request),
            **page.form.cleaned_data,
        )
    except Refused as refusal:
        return _again(request, page, page.form, refusal)
    response = sessions.enter(request, person, then=reverse("today"))
    if chosen.isdigit():
        asking.remember_device(request, response, person)
    messages.success(request, _("From now on you sign in with your new PIN or password."))
    return response
