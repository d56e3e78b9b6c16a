"""The hub's bare address: sends each visitor to their own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def choose_language(request: HttpRequest) -> HttpResponse:
    """302 to the home page in the language that the browser asks for."""
    with override(get_language_from_request(request)):
        response = HttpResponseRedirect(reverse("home"))
    patch_vary_headers(response, ["Accept-Language"])
    return response
