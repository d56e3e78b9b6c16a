"""Light, dark, or as the device asks: chosen by anybody, kept in a cookie of this browser and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

COOKIE = "tequio_display"
SECONDS = 400 * 24 * 3600  # browsers keep no cookie longer
THEMES = ("light", "dark")


def chosen_theme(request: HttpRequest) -> str:
    """What the page's `data-theme` says; empty for what the device asks."""
    choice = request.COOKIES.get(COOKIE, "")
    return choice if choice in THEMES else ""


def remember_theme(response: HttpResponse, theme: str) -> None:
    """Keep the choice in this browser; an empty one forgets it."""
    if theme not in THEMES:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    response.set_cookie(
        COOKIE, theme, max_age=SECONDS, httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
    )
