"""One page shape for every error: what happened in a sentence, and a way on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, ClassVar, ParamSpec

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, get_language_from_request, override
from django.utils.translation import gettext as _

from tequio.kit.errors import TequioError
from tequio.web.shell import show

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What happened, what to do, and where to go."""

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
    sentence = _("The address or the form was incomplete. Go back, and send it once more.")
    return _answer(request, 400, _("That did not work"), said_by(exception) or sentence)


@in_its_language
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    sentence = _("Sign in with another code, or ask your facilitator.")
    return _answer(request, 403, _("This page is not for you"), said_by(exception) or sentence)


@in_its_language
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    sentence = _("Perhaps the address has a typing mistake, or the page has moved. Look among the courses.")
    return _answer(request, 404, _("There is no such page"), said_by(exception) or sentence)


@in_its_language
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    sentence = _(
        "The form was open for a long time, or cookies are switched off. "
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
    page = ErrorPage(title, sentence, reverse("courses"), _("See the courses"))
    return show(request, page, status=status)
