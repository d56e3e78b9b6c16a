"""/livez says that the process answers; /readyz that it can do its work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from tequio.site import health

if TYPE_CHECKING:
    from django.http import HttpRequest


@never_cache
def livez(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Names and states only: whoever asks learns nothing about people or paths."""
    findings = health.readiness(settings.DATA)
    ready = all(finding.state != "failed" for finding in findings)
    return JsonResponse({f.name: f.state for f in findings}, status=200 if ready else 503)
