"""Ornament on pages: cloth worked out from a word (`tequio.kit.weave`) as inline SVG, dyed by the style sheet.

Decoration only, so hidden from screen readers. Classes o, a, b, c and d are cotton and the four dyes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join

from tequio.kit.weave import cloths
from tequio.kit.weave.patterns import diamonds
from tequio.kit.weave.threads import Cloth, Strip, svg, weave

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

REPEATS = 36  # diamonds in a band: 1296 px at 42 px high; the rest is cut off
HEM = "a.aaa.a.aa."  # rings of the diamonds along a page's upper edge
MARK = (
    "M4 .5h2M3 1.5h4M2 2.5h2m2 0h2M1 3.5h2m4 0h2M0 4.5h2m6 0h2"
    "M0 5.5h2m6 0h2M1 6.5h2m4 0h2M2 7.5h2m2 0h2M3 8.5h4M4 9.5h2"
)
HEART = "M4.5 3.5h1m-2 1h3m-3 1h3m-2 1h1"


def band(word: str) -> SafeString:
    """A strip across a card or a page."""
    return _drawn(cloths.band(word, REPEATS), "weave", "xMinYMid")


def panel(word: str) -> SafeString:
    """A large textile, for the side of a hero: one on a page."""
    return _drawn(cloths.panel(word), "weave panel", "xMidYMid")


def rosette(word: str) -> SafeString:
    """A woven seal."""
    return _drawn(cloths.rosette(word), "weave rosette", "xMidYMid")


def mark() -> SafeString:
    """The program's mark (static/mark.svg), in the colours of the page."""
    return format_html(
        '<svg class="weave mark" viewBox="0 0 10 10" aria-hidden="true">'
        '<path class="a" d="{}"/><path class="b" d="{}"/></svg>',
        MARK,
        HEART,
    )


def _drawn(cloth: Cloth, classes: str, keep: str) -> SafeString:
    threads = ((one.dye, one.path) for one in cloth.threads)
    return format_html(
        '<svg class="{}" viewBox="0 0 {} {}" preserveAspectRatio="{} slice" aria-hidden="true">{}</svg>',
        classes,
        cloth.width,
        cloth.height,
        keep,
        format_html_join("", '<path class="{}" d="{}"/>', threads),
    )


def hem_file() -> str:
    """static/weave.svg: one tile, used as a mask over the dyes."""
    tile = diamonds(cloths.TILE, HEM)
    return svg(weave([Strip(".", tile)], cloths.TILE), {"a": "#000"})
