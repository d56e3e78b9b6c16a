"""How every endpoint for programs answers: bytes with an ETag, or an error in the one JSON shape.

The shape: `{"error": "<stable code>", "message": "<sentence>"}`, with the status that fits.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response

from tequio.kit.errors import NotAllowed, NotFound, TequioError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

JSON = "application/json"
CREDENTIAL = "application/vc+ld+json"
DID = "application/did+ld+json"
FOREVER = 31_536_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What an endpoint gives back: bytes, their media type, and how many seconds they may be kept."""

    body: bytes
    media_type: str = JSON
    max_age: int = 300


def answers(*methods: str) -> Callable[[Callable[..., Answer]], Callable[..., HttpResponseBase]]:
    """Turn a function that returns an `Answer` into a view; errors of the house become the JSON shape."""

    def wrap(endpoint: Callable[..., Answer]) -> Callable[..., HttpResponseBase]:
        @wraps(endpoint)
        def view(request: HttpRequest, **parts: str) -> HttpResponseBase:
            if request.method not in methods:
                return _not_a_method(request, methods)
            with translation.override("en"):  # programs get one language
                try:
                    return _sent(request, endpoint(request, **parts))
                except TequioError as refusal:
                    return error(refusal.code, str(refusal), status=_status(refusal))

        return view

    return wrap


def error(code: str, message: str, *, status: int, headers: Mapping[str, str] | None = None) -> HttpResponse:
    """An error in the one shape, never cached."""
    body = json.dumps({"error": code, "message": message}, ensure_ascii=False)
    known = {"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"}
    return HttpResponse(body, status=status, content_type=JSON, headers={**known, **(headers or {})})


def no_such_endpoint(request: HttpRequest, **parts: str) -> HttpResponse:
    """Anything else below the addresses for programs."""
    return error("not_found", "There is nothing at this address.", status=404)


def _sent(request: HttpRequest, answer: Answer) -> HttpResponseBase:
    etag = f'"{hashlib.sha256(answer.body).hexdigest()[:32]}"'
    lasting = ", immutable" if answer.max_age == FOREVER else ""
    response = HttpResponse(answer.body, content_type=answer.media_type)
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={answer.max_age}{lasting}"
    response["Access-Control-Allow-Origin"] = (
        "*"  # verifiers are pages of other hosts; nothing here is private
    )
    return get_conditional_response(request, etag=etag, response=response) or response


def _not_a_method(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse:
    allowed = ", ".join(methods)
    message = f"{request.method} is not answered here; use {allowed}."
    return error("method_not_allowed", message, status=405, headers={"Allow": allowed})


def _status(refusal: TequioError) -> int:
    if isinstance(refusal, NotFound):
        return 404
    return 403 if isinstance(refusal, NotAllowed) else 400
