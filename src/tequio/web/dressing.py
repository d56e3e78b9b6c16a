"""The hub's theme as pages meet it: the address of its style sheet, and the sheet itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from tequio.people.appearance import api as appearance
from tequio.web.theme_colours import style_sheet

if TYPE_CHECKING:
    from django.http import HttpRequest


def theme_address() -> str:
    """Empty while the hub wears the program's own colours: then no page asks for more."""
    theme = appearance.theme()
    return reverse("theme_sheet", args=[theme.digest]) if theme else ""


@require_safe
def theme_sheet(request: HttpRequest, digest: str) -> HttpResponse:
    """Its name changes with its content, so it may be kept for ever."""
    theme = appearance.theme_by_digest(digest)
    if theme is None:
        raise Http404
    response = HttpResponse(style_sheet(theme.light, theme.dark), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
