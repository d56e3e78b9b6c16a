"""The printable card: code, QR and, right after printing, its secret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import segno
from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tequio.people import api as people
from tequio.web import asking
from tequio.web.shell import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from tequio.people.values import Card, PersonId

SECRET_COOKIE = "tequio_card"  # noqa: S105 - a name, not a secret
_SECRET_SECONDS = 15 * 60


@dataclass(frozen=True, slots=True)
class CardPage:
    """A card to print. `secret` is None when its time to be seen is over; `qr` is an SVG as a data address."""

    template: ClassVar[str] = "people/card.html"
    name: str
    code: str
    secret: str | None
    qr: str
    address: str
    own: bool  # the reader's own card, not one that a facilitator has just made
    next: str


@never_cache
@require_http_methods(["GET", "POST"])
@asking.signed_in
def card(request: HttpRequest) -> HttpResponse:
    """The reader's own card. A POST makes a fresh secret for it; the one before stops working."""
    actor, person = asking.known_actor(request), asking.known_person(request)
    then = asking.safe_next(request, reverse("today"))
    if request.method == "POST":
        response = HttpResponseRedirect(f"{reverse('card')}?{urlencode({'next': then})}")
        print_for(response, person)
        return response
    mine = people.card(person=person, by=actor)
    return show(request, card_page(request, mine, own=True, then=then, secret=_fresh_secret(request, mine)))


def card_page(request: HttpRequest, shown: Card, *, own: bool, then: str, secret: str | None) -> CardPage:
    # A demo's card must open where the demo is served; a real hub never asks the request.
    hub = request.build_absolute_uri("/").rstrip("/") if settings.DEMO else settings.HUB_URL
    address = f"{hub}{reverse('sign_in')}?{urlencode({'code': shown.code})}"
    return CardPage(
        name=shown.name,
        code=shown.code,
        secret=secret,
        qr=segno.make(address, error="m", micro=False).svg_data_uri(border=4, light="white"),
        address=address,
        own=own,
        next=then,
    )


def print_for(response: HttpResponse, person: PersonId) -> None:
    """Make the card's secret and hand it to the browser alone, for as long as printing takes.

    The hub keeps only its hash. A cookie, rather than the answer to the POST, so that a page lost on a bad
    connection can be fetched again.
    """
    printed = people.print_card(person=person, by=people.actor(person))
    response.set_signed_cookie(
        SECRET_COOKIE,
        f"{printed.code}:{printed.secret}",
        max_age=_SECRET_SECONDS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )


def _fresh_secret(request: HttpRequest, mine: Card) -> str | None:
    kept = request.get_signed_cookie(SECRET_COOKIE, default="", max_age=_SECRET_SECONDS) or ""
    code, _, secret = kept.partition(":")
    return secret if secret and code == mine.code else None
