"""How the gallery is looked at: direction, and light or dark, each a link to the same page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.web.display import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class View:
    """What the address asks for; anything else in it is let be."""

    rtl: bool = False
    theme: str = ""

    @property
    def address(self) -> str:
        asked = {"dir": "rtl" if self.rtl else "", "theme": self.theme}
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"{reverse('parts')}?{query}" if query else reverse("parts")


@dataclass(frozen=True, slots=True)
class Switch:
    """One way to look at it."""

    word: str
    href: str
    current: bool


def view_of(asked: Mapping[str, str]) -> View:
    theme = asked.get("theme", "")
    return View(rtl=asked.get("dir") == "rtl", theme=theme if theme in THEMES else "")


def switches(view: View) -> Sequence[Sequence[Switch]]:
    """A row for the direction, a row for the light."""
    directions = ((_("Left to right"), False), (_("Right to left"), True))
    themes = ((_("As my device asks"), ""), (_("Light"), "light"), (_("Dark"), "dark"))
    return (
        [Switch(word, View(rtl, view.theme).address, view.rtl == rtl) for word, rtl in directions],
        [Switch(word, View(view.rtl, theme).address, view.theme == theme) for word, theme in themes],
    )
