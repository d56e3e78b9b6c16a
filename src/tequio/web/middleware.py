"""Two thin layers around every page: who is asking, and brotli or gzip for what is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404
from django.utils.functional import SimpleLazyObject

from tequio.kit.errors import NotAllowed, NotFound, TequioError
from tequio.web.asking import actor_of
from tequio.web.compression import compressed

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class actor:
    """Attach `request.actor`, a `people.values.Actor`, looked up when first asked; answer the house's refusals."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_of(request))  # type: ignore[attr-defined]  # ours
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> None:
        """A refusal that no view caught becomes its page: 404, 403 or 400, with its own sentence."""
        if isinstance(error, NotFound):
            raise Http404(str(error)) from error
        if isinstance(error, NotAllowed):
            raise PermissionDenied(str(error)) from error
        if isinstance(error, TequioError):
            raise BadRequest(str(error)) from error


def compress(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Send text as brotli where the browser takes it, else gzip."""
    return lambda request: compressed(request, get_response(request))
