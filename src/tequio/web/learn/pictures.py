"""Pictures of a package: named by content, so a browser may keep them for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from tequio.learning import api as learning

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
def picture(request: HttpRequest, package: str, digest: str) -> HttpResponse:
    blob = learning.package_blob(package, digest)
    response = HttpResponse(blob.data, content_type=blob.media_type)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'"  # foreign SVG too
    )
    return response
