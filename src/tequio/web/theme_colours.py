"""The colours of the style sheet as a theme may change them: their own values, and a hub's as a style sheet."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.web.contrast import colours_of

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMES = ("light", "dark")
# Right, wrong and note keep their colours everywhere: people move between hubs.
CHANGED = (
    *("accent", "on-accent", "tint", "focus"),
    *("paper", "sheet", "ink", "soft", "line", "edge"),
    *("dye-a", "dye-b", "dye-c", "dye-d", "cotton"),
)
SHEET = Path(__file__).parent / "static" / "tequio.css"


@lru_cache(maxsize=1)
def own_colours() -> Mapping[str, Mapping[str, str]]:
    """Scheme to variable to colour, read from the style sheet, which is the only place where they stand."""
    light, _, rest = SHEET.read_text("utf-8").partition("@media screen and (prefers-color-scheme: dark)")
    return {"light": colours_of(light), "dark": colours_of(rest.partition("@media screen {")[0])}


def style_sheet(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """The rules that follow the program's own; never on paper, which is black on white."""
    day, night = _rules(light), _rules(dark)
    return (
        f"@media screen{{:root{{{day}}}:root[data-theme=dark]{{{night}}}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{night}}}}}\n"
    )


def _rules(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items() if name in CHANGED)
