"""The page of the hub's colours: the form as rows, what cannot be read, and a picture of both lights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tequio.web import contrast
from tequio.web.operate.colour_words import colour_word, scheme_word
from tequio.web.operate.theme_picture import picture
from tequio.web.theme_colours import CHANGED, SCHEMES, own_colours

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    """A pair that cannot be read."""

    front: str
    back: str
    ratio: str
    least: str


@dataclass(frozen=True, slots=True)
class Mending:
    """What to change, the nearest colour that would do (empty: there is none), and the pairs that this would mend."""

    scheme: str
    changing: str
    nearest: str
    faults: Sequence[FaultLine]


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
    mendings: Sequence[Mending]
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


def mendings(changed: Mapping[str, Mapping[str, str]]) -> Sequence[Mending]:
    """Nothing, when every pair can be read."""
    colours = whole(changed)
    return [
        mending for scheme in SCHEMES for mending in _mendings(scheme, colours[scheme], set(changed[scheme]))
    ]


def _mendings(scheme: str, colours: Mapping[str, str], touched: set[str]) -> Iterator[Mending]:
    by_name: dict[str, list[FaultLine]] = {}
    for fault in contrast.faults(colours):
        by_name.setdefault(_to_change(fault, colours, touched), []).append(_line(fault))
    for name, lines in by_name.items():
        yield Mending(
            scheme_word(scheme), colour_word(name), contrast.nearest(colours, name) or "", tuple(lines)
        )


def _to_change(fault: contrast.Fault, colours: Mapping[str, str], touched: set[str]) -> str:
    """What the hub changed comes first; the other side of the pair, where that cannot be mended."""
    sides = [name for name in (fault.front, fault.back) if name in CHANGED]
    sides.sort(key=lambda name: name not in touched)
    return next((name for name in sides if contrast.nearest(colours, name)), sides[0])


def _line(fault: contrast.Fault) -> FaultLine:
    """The ratio rounded down, so that it never seems enough."""
    ratio = f"{int(fault.ratio * 100) / 100:.2f}"
    return FaultLine(colour_word(fault.front), colour_word(fault.back), ratio, f"{fault.least:g}")


def previews(colours: Colours) -> Sequence[Preview]:
    return [Preview(scheme_word(scheme), picture(colours[scheme])) for scheme in SCHEMES]
