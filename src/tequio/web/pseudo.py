"""A made-up language that is read from right to left, so that pages can be tried before Arabic comes.

Its words are the English ones, said at run time: each word is turned round by Unicode's override marks and grows by a
third, as translations do. Placeholders, markup and digits stay as they are. `TEQUIO_PSEUDO_LANGUAGES` lets it in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CODE = "ar-xb"  # a region that ISO 3166 keeps for private use: browsers and Django take it as Arabic
NAME = "Pseudo"
OVERRIDE, POP = "\u202e", "\u202c"  # right-to-left override, and its end
_KEPT = re.compile(
    r"%\(\w+\)[-+0-9.]*[a-z]|%[-+0-9.]*[a-z%]|\{\w*\}|<[^<>]*>|&#?\w+;|https?://\S+|\S+@\S+\.\w+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def is_pseudo(code: str) -> bool:
    """Whether `code` is a language that nobody speaks."""
    return code == CODE


def spoken(languages: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of `languages` that people speak, for menus and forms."""
    return [pair for pair in languages if not is_pseudo(pair[0])]


def pseudo(text: str) -> str:
    """`text` in the made-up language: every letter turned, nothing else touched."""
    said, end = [], 0
    for kept in _KEPT.finditer(text):
        said += [_WORD.sub(_turned, text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*said, _WORD.sub(_turned, text[end:])])


def plain(text: str) -> str:
    """`text` without the marks that turn it round."""
    return text.replace(OVERRIDE, "").replace(POP, "")


def _turned(word: re.Match[str]) -> str:
    return f"{OVERRIDE}{_longer(word[0])}{POP}"


def _longer(word: str) -> str:
    """A third longer: vowels said twice, from the first on; a word short of vowels draws out its end."""
    missing, grown = -(-len(word) * 3 // 10), []
    for letter in word:
        twice = missing > 0 and letter.lower() in "aeiou"
        grown.append(letter + letter.lower() if twice else letter)
        missing -= twice
    return "".join(grown) + word[-1].lower() * max(0, missing)
