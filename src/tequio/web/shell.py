"""What every page's frame needs: hub name, demo flag, language links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


def page_shell(request: HttpRequest) -> dict[str, object]:
    """Context processor: the frame's few values."""
    return {"demo": settings.DEMO}
