"""Themes that must be refused, made from the style sheet's own: one per pair of colours, each short by a hair; and
values that are no colour at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.web import contrast
from tests.web.test_contrast import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCHEMES: Mapping[str, Mapping[str, str]] = {"light": LIGHT, "dark": DARK}

NO_COLOURS = (
    "",
    "#",
    "24407a",
    "#2440",
    "#24407",
    "#24407a0",
    "#24407g",
    " #24407a ;",
    "#24407a\n",
    "#２４４０７a",  # full-width digits are digits, but not of a colour
    "red",
    "rgb(36,64,122)",
    "var(--ink)",
    "url(https://example.org/)",
    "#24407a;} body{display:none",
    "#24407a}</style><script>",
    "#24407a/*",
)


@dataclass(frozen=True)
class Bad:
    """One colour moved towards the other until the pair can just not be read."""

    scheme: str
    front: str
    back: str
    least: float
    colours: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.scheme}-{self.front}-on-{self.back}"


def bad_themes() -> Iterator[Bad]:
    for scheme, colours in SCHEMES.items():
        for front, back, least in contrast.pairs():
            moved = short_by_a_hair(colours[front], colours[back], least)
            yield Bad(scheme, front, back, least, {**colours, front: moved})


def short_by_a_hair(front: str, back: str, least: float) -> str:
    """The last step on the way from `back` to `front` at which the pair still fails."""
    steps = [contrast.mixed(back, front, number / 255) for number in range(256)]
    return [step for step in steps if contrast.contrast(step, back) < least][-1]
