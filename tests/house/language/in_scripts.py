"""Words in scripts: they must come from the page, as `data-*` attributes that the catalogues translate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.house.language import Fault
from tests.house.language.sentences import is_label, is_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n]*)|(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)""",
    re.DOTALL,
)
_SHOWN = re.compile(r"(?:textContent|innerText|innerHTML|ariaLabel|title|alt)\s*=\s*$|\?\?\s*$|\btell\(\s*$")
_NAMED = re.compile(r"""setAttribute\(\s*["'](?:aria-label|title|alt|placeholder)["']\s*,\s*$""")


def outside(text: str, where: str) -> Iterator[Fault]:
    """String literals that a person would read."""
    for token in _TOKEN.finditer(text):
        if not token["string"]:
            continue
        literal = re.sub(r"\$\{[^}]*\}", "{}", token["string"][1:-1])
        before = text[max(0, token.start() - 80) : token.start()]
        shown = _SHOWN.search(before) or _NAMED.search(before)
        if is_sentence(literal) or (shown and is_label(literal)):
            yield Fault("outside", where, literal)
