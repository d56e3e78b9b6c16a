"""Contrast of the design's colours (WCAG 2.2, 1.4.3 and 1.4.11): what a theme must keep to be accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TEXT = 4.5
BORDER = 3.0
GROUNDS = ("paper", "sheet")
# What is written on what. Every pair that a template or the style sheet makes must stand here.
ON_GROUNDS = {
    "ink": 7.0,
    "soft": TEXT,
    "accent": TEXT,
    "good": TEXT,
    "bad": TEXT,
    "edge": BORDER,
    "focus": BORDER,
}
PAIRS = {
    ("ink", "tint"): 7.0,
    ("ink", "good-tint"): 7.0,
    ("ink", "bad-tint"): 7.0,
    ("ink", "note-tint"): 7.0,
    ("soft", "tint"): TEXT,
    ("accent", "tint"): TEXT,
    ("accent", "good-tint"): TEXT,
    ("accent", "bad-tint"): TEXT,
    ("accent", "note-tint"): TEXT,
    ("on-accent", "accent"): TEXT,
    ("good", "good-tint"): TEXT,
    ("bad", "bad-tint"): TEXT,
    ("note", "note-tint"): TEXT,
    ("focus", "tint"): BORDER,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A pair of colours too close to each other."""

    front: str
    back: str
    ratio: float
    least: float


def faults(colours: Mapping[str, str]) -> list[Fault]:
    """Every pair of `colours` (name to #rrggbb) that falls short."""
    return [
        Fault(front, back, ratio, least)
        for front, back, least in pairs()
        if (ratio := contrast(colours[front], colours[back])) < least
    ]


def pairs() -> Iterator[tuple[str, str, float]]:
    """What is written on what, and the least ratio between them."""
    for front, least in ON_GROUNDS.items():
        yield from ((front, back, least) for back in GROUNDS)
    yield from ((front, back, least) for (front, back), least in PAIRS.items())


def nearest(colours: Mapping[str, str], name: str) -> str | None:
    """The colour closest to `colours[name]`, lighter or darker, that can be read in every pair that it is part of."""
    now = colours[name]
    tries = [mixed(now, end, step / 255) for end in ("#000000", "#ffffff") for step in range(256)]
    good = [one for one in tries if not _faults_of(name, {**colours, name: one})]
    return min(good, key=lambda one: _distance(one, now), default=None)


def _faults_of(name: str, colours: Mapping[str, str]) -> list[Fault]:
    return [fault for fault in faults(colours) if name in (fault.front, fault.back)]


def mixed(one: str, other: str, share: float) -> str:
    """`share` of the way from `one` to `other`."""
    ways = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(here + (there - here) * share):02x}" for here, there in ways)


def _distance(one: str, other: str) -> int:
    return sum((here - there) ** 2 for here, there in zip(_parts(one), _parts(other), strict=True))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = (part / 255 for part in _parts(colour))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colours_of(css: str) -> dict[str, str]:
    """The colour variables that a piece of style sheet sets."""
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-fA-F]{6})", css))
