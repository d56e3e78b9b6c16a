"""Search over courses, modules and help, from the first letters on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from tequio.web.learn.findables import entries
from tequio.web.learn.matching import LONGEST
from tequio.web.learn.pages.search import search_page, suggestions
from tequio.web.learn.visitor import language_of_page
from tequio.web.shell import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The page of results. The search field's script asks with `X-Part: list` and gets the first few links alone."""
    language = language_of_page()
    text = " ".join(request.GET.get("q", "")[: 2 * LONGEST].split())[:LONGEST]
    page = search_page(text, entries(language) if text else ())
    response = show(request, suggestions(page) if request.headers.get("X-Part") == "list" else page)
    patch_vary_headers(response, ["X-Part"])
    return response
