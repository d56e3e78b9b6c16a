"""Small line icons, inline so that they cost no request. An icon never stands without its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

# Each drawn on a 16 by 16 grid with round strokes.
PATHS = {
    "time": "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M8 4.5V8l2.5 1.5",
    "data": "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
    "money": "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M10 5.5c-3-1.5-4.5 1.5-2 2.5s1 4-2 2.5M8 4v8",
    "certificate": "M2.5 2.5h11v8h-11zM5 5h6M5 7.5h3M10 10v4l1.5-1 1.5 1v-4",
    "right": "m2.5 8.5 3.5 4 7.5-9",
    "wrong": "m3.5 3.5 9 9m0-9-9 9",
    "note": "M8 2 15 14H1zM8 6.5v3.5M8 12v.2",
    "hint": "M6 12.5h4M6.5 14.5h3M5.5 10C2 6 5 1.5 8 1.5s6 4.5 2.5 8.5z",
    "next": "M2.5 8h11M9 3.5 13.5 8 9 12.5",
    "back": "M13.5 8h-11M7 3.5 2.5 8 7 12.5",
    "level": "M2.5 13.5v-4M8 13.5v-7M13.5 13.5v-11",
    "person": "M8 2a2.8 2.8 0 1 1 0 5.6A2.8 2.8 0 0 1 8 2M2.5 14.5c.5-6 10.5-6 11 0",
    "language": "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M1.5 8h13M8 1.5c-4 4-4 9 0 13 4-4 4-9 0-13",
    "search": "M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2M10.7 10.7l3.8 3.8",
    "light": "M8 5a3 3 0 1 1 0 6a3 3 0 0 1 0-6M8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",
    "dark": "M6 2a6.3 6.3 0 1 0 8 8A6.5 6.5 0 0 1 6 2",
    "device": "M2 3h12v8H2zM6 14h4M8 11v3",
    "change": "M2.5 5.5h11L10.5 2.5M13.5 10.5h-11l3 3",
    "plus": "M8 2.5v11M2.5 8h11",
    "minus": "M2.5 8h11",
    "print": "M4.5 6V1.5h7V6M4.5 12h-2V6h11v6h-2M4.5 9.5h7v5h-7z",
}
TURNING = {"next", "back"}  # point along the line of reading, so they turn round with it


def icon(name: str) -> SafeString:
    """The drawing `name`, hidden from screen readers because its word stands beside it."""
    turn = " turn" if name in TURNING else ""
    return mark_safe(  # noqa: S308 - built from the constants above only
        f'<svg class="icon{turn}" viewBox="0 0 16 16" aria-hidden="true"><path d="{PATHS[name]}"/></svg>'
    )
