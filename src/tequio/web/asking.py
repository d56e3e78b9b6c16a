"""What a request says about who asks: the signed-in person, the device's cookie, the network address."""

from __future__ import annotations

import ipaddress
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tequio.kit import clock
from tequio.people import api as people
from tequio.people.values import Actor, PersonId

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import QueryDict

DEVICE_COOKIE = "tequio_device"
DEVICE_SECONDS = 400 * 24 * 3600  # browsers keep no cookie longer

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)


def actor_of(request: HttpRequest) -> Actor:
    """Who asks, in the language of the page. Without a session it costs no query."""
    language = get_language() or settings.LANGUAGE_CODE
    if settings.SESSION_COOKIE_NAME not in request.COOKIES and not hasattr(request, "_cached_user"):
        return Actor.nobody(language)
    account = request.user
    if not account.is_authenticated:
        return Actor.nobody(language)
    known = people.actor(PersonId(account.uuid), now=clock.now())
    return Actor(known.person, known.organisation, known.grants, language)


def signed_in(
    view: Callable[Concatenate[HttpRequest, P], R],
) -> Callable[Concatenate[HttpRequest, P], R | HttpResponse]:
    """Send whoever is not signed in to the sign-in page, and back here afterwards."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> R | HttpResponse:
        return view(request, *args, **kwargs) if known_actor(request).is_known else _to_sign_in(request)

    return guarded


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """Whose session ended meanwhile is told so; a script is told in its own way, and keeps what it holds."""
    over = _("You are not signed in any more. Sign in, and go on where you were.")
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"message": over}, status=401)
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        messages.info(request, over)
    here = request.get_full_path() if request.method == "GET" else _page_of_the_form(request)
    query = f"?{urlencode({'next': here})}" if here else ""
    return HttpResponseRedirect(reverse("sign_in") + query)


def _page_of_the_form(request: HttpRequest) -> str:
    """Where the form was that has just been sent; empty unless the browser says that it was a page of ours."""
    origin, referer = f"{request.scheme}://{request.get_host()}/", request.headers.get("Referer", "")
    return "/" + referer.removeprefix(origin) if referer.startswith(origin) else ""


def known_actor(request: HttpRequest) -> Actor:
    """`request.actor`, typed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by web.middleware.actor
    return actor


def known_person(request: HttpRequest) -> PersonId:
    """Who is signed in, on a page that only they reach."""
    person = known_actor(request).person
    if person is None:
        raise PermissionDenied
    return person


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: a POST, even an empty one, is an answer; a GET is none."""
    return request.POST if request.method == "POST" else None


def safe_next(request: HttpRequest, otherwise: str) -> str:
    """Where to go afterwards: `next` when it is an address of this hub, else `otherwise`."""
    wish = request.POST.get("next") or request.GET.get("next") or ""
    # Only a path: a host, even our own, has no business in a link that people are sent.
    plain = wish.startswith("/") and wish.isprintable() and "\\" not in wish
    return wish if plain and url_has_allowed_host_and_scheme(wish, allowed_hosts=None) else otherwise


def address_of(request: HttpRequest) -> str:
    """The network address that tries are counted by. X-Forwarded-For counts only behind our own proxy.

    A household's IPv6 addresses share a /64, so that is what counts.
    """
    try:
        address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.IPv6Network((address, 64), strict=False).network_address)
    return str(address)


def device_token(request: HttpRequest) -> str | None:
    return request.COOKIES.get(DEVICE_COOKIE)


def remember_device(request: HttpRequest, response: HttpResponse, person: PersonId) -> None:
    """Let `person` use a PIN in this browser from now on."""
    token = people.enrol_device(person=person, now=clock.now(), token=device_token(request))
    response.set_cookie(
        DEVICE_COOKIE,
        token,
        max_age=DEVICE_SECONDS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def retry_later(response: HttpResponse, wait: people.MustWait) -> HttpResponse:
    """Say to programs, too, how long to wait (RFC 9110 §10.2.3)."""
    response["Retry-After"] = str(wait.seconds)
    return response
