"""A small page drawn with given colours, as a picture: what is previewed dresses nothing else."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from django.utils.html import escape
from django.utils.translation import gettext as _

from tequio.kit.weave import cloths
from tequio.kit.weave.threads import svg

if TYPE_CHECKING:
    from collections.abc import Mapping

DYES = {"o": "cotton", "a": "dye-a", "b": "dye-b", "c": "dye-c", "d": "dye-d"}
SERIF, SANS = "Georgia,serif", "system-ui,sans-serif"


def picture(colours: Mapping[str, str]) -> str:
    """As a data address. Every colour in it is #rrggbb, every word ours."""
    return "data:image/svg+xml;base64," + b64encode(drawing(colours).encode()).decode()


def drawing(colours: Mapping[str, str]) -> str:
    band = svg(cloths.band("tequio", 14), {letter: colours[name] for letter, name in DYES.items()})
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 300" width="360" height="300">'
        + _box(0, 0, 360, 300, colours["paper"])
        + band.replace("<svg ", '<svg x="0" y="0" ', 1).replace(
            'width="168" height="14"', 'width="360" height="30"', 1
        )
        + _says(20, 66, _("Learn something useful today"), colours["ink"], 21, SERIF)
        + _says(20, 90, _("You need no account to read."), colours["soft"], 14)
        + _card(colours)
        + "</svg>"
    )


def _card(colours: Mapping[str, str]) -> str:
    return (
        _box(20, 106, 320, 174, colours["sheet"], colours["line"])
        + _says(36, 134, _("Water from your roof"), colours["accent"], 17, SERIF)
        + _box(36, 148, 288, 34, colours["tint"], colours["accent"])
        + _says(48, 170, _("Let it run off"), colours["ink"], 14)
        + _box(36, 188, 288, 34, colours["sheet"], colours["edge"])
        + _says(48, 210, _("Keep it for drinking"), colours["ink"], 14)
        + _box(33, 231, 196, 42, "none", colours["focus"], 3)
        + _box(38, 236, 186, 32, colours["accent"])
        + _says(50, 257, _("Check my answer"), colours["on-accent"], 14)
    )


def _box(x: int, y: int, width: int, height: int, fill: str, stroke: str = "none", thick: int = 1) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{4 if x else 0}"'
        f' fill="{fill}" stroke="{stroke}" stroke-width="{thick}"/>'
    )


def _says(x: int, y: int, words: str, colour: str, size: int, family: str = SANS) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" font-family="{family}" fill="{colour}">{escape(words)}</text>'
