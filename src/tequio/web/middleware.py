"""Two thin layers around every page: who is asking, and brotli or gzip for what is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


def actor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Attach `request.actor`, a `people.values.Actor`."""
    return get_response


def compress(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Send text as brotli where the browser takes it, else gzip."""
    return get_response
