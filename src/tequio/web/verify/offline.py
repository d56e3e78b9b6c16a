"""The offline verifier: one page, and the worker that keeps it where there is no connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from tequio.credentials.bundles import api as bundles
from tequio.kit import clock
from tequio.web import assets
from tequio.web.shell import show
from tequio.web.verify.forms import OfflineForm
from tequio.web.verify.pages.offline import offline_page

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """The page; what stands behind its `#` never reaches the hub."""
    page = offline_page(
        bundles.offline_words(now=clock.now()),
        OfflineForm(),
        hub=settings.HUB_URL,
        bundle=reverse("wire_bundle"),
    )
    return show(request, page)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The worker's script, at an address below the page: its scope is that page and no other."""
    built = assets.manifest().get("worker.js")
    if not built:
        raise Http404
    script = (assets.BUILT / built).read_bytes()
    return HttpResponse(
        script, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"}
    )
