"""Thin layers around every page: who is asking, what is never let in, and brotli or gzip for what is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404
from django.utils.cache import add_never_cache_headers
from django.utils.functional import SimpleLazyObject

from tequio.kit.errors import NotAllowed, NotFound, TequioError
from tequio.web.asking import actor_of
from tequio.web.compression import compressed
from tequio.web.display import COOKIE as DISPLAY_COOKIE
from tequio.web.errors import not_by_address
from tequio.web.verify.limits import CappedUpload

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class actor:
    """Attach `request.actor`, a `people.values.Actor`, looked up when first asked; answer the house's refusals."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_of(request))  # type: ignore[attr-defined]  # ours
        response = self.get_response(request)
        if response.status_code == 405 and request.method == "GET" and not response.content:
            response = _with_words(request, response)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)  # or a shared phone's Back button shows who was here before
        elif DISPLAY_COOKIE in request.COOKIES and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private"  # dressed for one reader: no cache hands it to others
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> None:
        """A refusal that no view caught becomes its page: 404, 403 or 400, with its own sentence."""
        if isinstance(error, NotFound):
            raise Http404(str(error)) from error
        if isinstance(error, NotAllowed):
            raise PermissionDenied(str(error)) from error
        if isinstance(error, TequioError):
            raise BadRequest(str(error)) from error


def _with_words(request: HttpRequest, bare: HttpResponse) -> HttpResponse:
    """A page in place of the blank one; which methods it allows stays said."""
    response = not_by_address(request)
    response["Allow"] = bare["Allow"]
    return response


class no_nul:
    """No address and no cookie of ours holds U+0000. PostgreSQL refuses it, which would look like a fault of ours."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.COOKIES = {name: text for name, text in request.COOKIES.items() if "\0" not in text}
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        if "\0" in request.path_info:
            raise Http404


class no_files:
    """Most forms take no file: what a stranger sends to them is read off the line, and never fills the disk.

    A page that takes files caps them itself, and is exempt from the CSRF check, which would read them first.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], *_: object) -> None:
        if not getattr(view, "csrf_exempt", False):
            request.upload_handlers = [CappedUpload(request, 0)]


def compress(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Send text as brotli where the browser takes it, else gzip."""
    return lambda request: compressed(request, get_response(request))
