"""Whether a hint says the answer. A hint that does is no hint: it is left out of the ladder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tequio_standards.qti.items import PROCESSING
from tequio_standards.qti.number_entry import read_number
from tequio_standards.qti.text_entry import normal_text

if TYPE_CHECKING:
    from tequio_standards.qti.items import Item

_SHORTEST = 6  # a choice such as "Yes" occurs in any sentence; only longer texts are held against a hint
_NUMBER = re.compile(r"(?<![\w.,])[+\-−]?\d(?:[\d.,]*\d)?(?![\w%])")
_WORD = re.compile(r"[^\W_]+")
_LOOSE = PROCESSING["text"]


def gives_away(item: Item, hint: str, language: str) -> bool:
    """Whether `hint` (one language's text) holds a correct choice's text, an accepted text or number."""
    if item.kind == "number":
        return any(_is_correct_number(item, found, language) for found in _NUMBER.findall(hint))
    said = _words(hint)
    return any(f" {answer} " in said for answer in _answers(item, language))


def _is_correct_number(item: Item, text: str, language: str) -> bool:
    value = read_number(text, language).value
    return value is not None and any(value == read_number(key, "en").value for key in item.correct)


def _answers(item: Item, language: str) -> list[str]:
    if item.kind == "text":
        return [words for text in item.correct if (words := _words(text).strip())]
    texts = [choice.text.get(language, "") for choice in item.choices if choice.key in item.correct]
    return [words for text in texts if len(words := _words(text).strip()) >= _SHORTEST]


def _words(text: str) -> str:
    """Only the words, each between single blanks, so that a whole phrase can be looked for."""
    return f" {' '.join(_WORD.findall(normal_text(text, _LOOSE)))} "
