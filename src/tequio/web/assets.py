"""Where a style sheet or script lives: the built, hashed file when there is one, else its source."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from django.templatetags.static import static

BUILT = Path(__file__).parent / "static" / "built"


def address(name: str) -> str:
    """The address of asset `name`; empty for a script that was never built (pages work without it)."""
    built = manifest().get(name)
    if built:
        return static(f"built/{built}")
    # Spelt out, since a template hands in a SafeString, which pathlib refuses.
    return static(name) if Path(f"{BUILT.parent}/{name}").exists() else ""


@lru_cache(maxsize=1)
def manifest() -> dict[str, str]:
    """Asset name to hashed file name, as the front-end build wrote it."""
    path = BUILT / "manifest.json"
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}
