"""A course's modules as knots on a thread (parts/course_map.html): done, where one stands, and what lies ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

State = Literal["done", "now", "ahead"]


@dataclass(frozen=True, slots=True)
class MapStep:
    """One knot. Colour never says its state alone: there are an icon and a word."""

    state: State
    title: str
    href: str
    facts: str
    tone: str
    icon: str
    word: str


def map_step(state: State, title: str, href: str, facts: str) -> MapStep:
    """`facts`: time and data, in a short line."""
    tone, icon, word = {
        "done": ("good", "right", _("Done")),
        "now": ("", "next", _("You are here")),
        "ahead": ("soft", "time", _("Not begun")),
    }[state]
    return MapStep(state, title, href, facts, tone, icon, word)
