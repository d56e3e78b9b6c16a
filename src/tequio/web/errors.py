"""One page shape for every error: what happened in a sentence, and a way on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, ClassVar, ParamSpec

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, get_language_from_request, override
from django.utils.translation import gettext as _

from tequio.kit.errors import TequioError
from tequio.people.api import MustWait
from tequio.web.asking import retry_later
from tequio.web.shell import show

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What happened and what to do; a search, and the way home."""

    template: ClassVar[str] = "errors/error.html"
    title: str
    sentence: str
    href: str
    word: str


def in_its_language(answer: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Some errors come before the language of the address is known: put it on for the answer."""

    @wraps(answer)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        request = next(value for value in args if isinstance(value, HttpRequest))
        with override(get_language_from_request(request, check_path=True)):
            return answer(*args, **kwargs)

    return spoken


@in_its_language
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What could not be read or done; a request that was too large or came too soon says so by its own status."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        sentence = _("Nothing was kept of it. Send a smaller file, or a shorter text in several parts.")
        return _answer(request, 413, _("That is too large for us"), sentence)
    if isinstance(exception.__cause__, MustWait):
        answer = _answer(request, 429, _("Wait a moment"), str(exception.__cause__))
        return retry_later(answer, exception.__cause__)
    sentence = _("The address or the form was incomplete. Go back, and send it once more.")
    return _answer(request, 400, _("That did not work"), said_by(exception) or sentence)


@in_its_language
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    sentence = _("It is for people with another role. If it should open for you, ask your facilitator.")
    return _answer(request, 403, _("This page is not for you"), said_by(exception) or sentence)


@in_its_language
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    sentence = _("Perhaps the address has a typing mistake, or the page has moved. Look for it here.")
    return _answer(request, 404, _("There is no such page"), said_by(exception) or sentence)


@in_its_language
def not_by_address(request: HttpRequest) -> HttpResponse:
    """An address that only a form's button answers: met by loading again what a button had led to."""
    sentence = _("Only a button of another page leads here. Go back to that page and press it again.")
    return _answer(request, 405, _("This page cannot be opened by its address"), sentence)


@in_its_language
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    sentence = _(
        "It was open for a long time, you signed in anew meanwhile, or cookies are switched off. "
        "Go back, load the page again, and send it once more."
    )
    return _answer(request, 403, _("The form is no longer valid"), sentence)


@in_its_language
def server_error(request: HttpRequest) -> HttpResponse:
    """Stands on nothing that may be broken: neither database, session nor context processors."""
    html = render_to_string("errors/500.html", {"language": get_language()})
    return HttpResponse(html, status=500)


def said_by(exception: Exception) -> str:
    """The sentence of the house's refusal behind `exception` (see `middleware.actor`); empty when there is none."""
    cause = exception.__cause__
    return str(cause) if isinstance(cause, TequioError) else ""


def _answer(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse(
            {"error": {"code": status, "message": sentence}, "message": sentence}, status=status
        )
    actor = getattr(request, "actor", None)
    href, word = (reverse("today"), _("Go to Today")) if actor and actor.is_known else _way_home()
    return show(request, ErrorPage(title, sentence, href, word), status=status)


def _way_home() -> tuple[str, str]:
    return reverse("home"), _("Go to the home page")
