"""The page of the hub's colours: the form as rows, what cannot be read, and a picture of both lights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tequio.web import contrast
from tequio.web.operate.colour_words import colour_word, scheme_word
from tequio.web.operate.theme_picture import picture
from tequio.web.theme_colours import CHANGED, SCHEMES, own_colours

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.forms.boundfield import BoundField

    from tequio.web.operate.theme_form import Colours, ThemeForm


@dataclass(frozen=True, slots=True)
class ColourRow:
    """One colour and its two fields."""

    word: str
    name: str
    light: BoundField
    dark: BoundField


@dataclass(frozen=True, slots=True)
class FaultLine:
    """A pair that cannot be read, and the nearest colour that could; `nearest` is empty where there is none."""

    scheme: str
    front: str
    back: str
    ratio: str
    least: str
    nearest: str
    changing: str  # which of the two the nearest colour is for


@dataclass(frozen=True, slots=True)
class Preview:
    """A drawing of a page, as the address of a picture."""

    word: str
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePage:
    """`chosen`: who chose the colours worn now, and when; empty for the program's own. `tried`: a preview, not saved."""

    template: ClassVar[str] = "operate/theme.html"
    form: ThemeForm
    rows: Sequence[ColourRow]
    faults: Sequence[FaultLine]
    previews: Sequence[Preview]
    chosen: str
    tried: bool


def colour_rows(form: ThemeForm) -> Sequence[ColourRow]:
    return [
        ColourRow(colour_word(name), name, form.bound("light", name), form.bound("dark", name))
        for name in CHANGED
    ]


def whole(changed: Mapping[str, Mapping[str, str]]) -> Colours:
    """Every colour that pages would then have."""
    own = own_colours()
    return {scheme: {**own[scheme], **changed[scheme]} for scheme in SCHEMES}


def fault_lines(changed: Mapping[str, Mapping[str, str]]) -> Sequence[FaultLine]:
    colours = whole(changed)
    return [
        _line(scheme, fault, colours[scheme], set(changed[scheme]))
        for scheme in SCHEMES
        for fault in contrast.faults(colours[scheme])
    ]


def _line(scheme: str, fault: contrast.Fault, colours: Mapping[str, str], touched: set[str]) -> FaultLine:
    """The nearest colour is looked for where the hub changed something, then on the other side of the pair."""
    sides = sorted((fault.front, fault.back), key=lambda name: (name not in touched, name not in CHANGED))
    found = ((name, contrast.nearest(colours, name)) for name in sides if name in CHANGED)
    changing, nearest = next(((name, colour) for name, colour in found if colour), ("", None))
    return FaultLine(
        scheme=scheme_word(scheme),
        front=colour_word(fault.front),
        back=colour_word(fault.back),
        ratio=f"{int(fault.ratio * 100) / 100:.2f}",
        least=f"{fault.least:g}",
        nearest=nearest or "",
        changing=colour_word(changing) if changing else "",
    )


def previews(colours: Colours) -> Sequence[Preview]:
    return [Preview(scheme_word(scheme), picture(colours[scheme])) for scheme in SCHEMES]
