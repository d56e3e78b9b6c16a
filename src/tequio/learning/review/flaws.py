"""Item-writing flaws that a program can see: all or none of the above, unmarked negatives, the longest is right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tequio_standards.qti import Item

_ABOVE = re.compile(
    r"\b(?:all|none|both) of the above\b|\b(?:todas|ninguna|ambas)(?: de)? las (?:opciones )?anteriores\b",
    re.IGNORECASE,
)
# A negative in a stem is a flaw only when nothing marks it: **NO**, **not**.
_NEGATIVE = re.compile(
    r"(?:which (?:of these )?(?:is|are) not\b|cuál(?:es)? (?:de estos )?no (?:es|son)\b)", re.IGNORECASE
)
ENOUGH = 6  # items before a share says anything
SHARE = 0.6  # chance is a quarter to a third


def flaws(items: Sequence[Item]) -> tuple[str, ...]:
    """A sentence for each flaw found."""
    return (*_in_items(items), *_longest(items))


def _in_items(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        texts = [text for choice in item.choices for text in choice.text.values()]
        if any(_ABOVE.search(text) for text in texts):
            yield f"{item.key} has “all or none of the above”."
        if any(_NEGATIVE.search(stem) for stem in item.stem.values()):
            yield f"{item.key} asks for what is not, and does not mark it."


def _longest(items: Sequence[Item]) -> Iterator[str]:
    """Whoever always picks the longest choice must not do well."""
    singles = [item for item in items if item.kind == "single"]
    for language in sorted({language for item in singles for language in item.stem}):
        hits = sum(_is_longest(item, language) for item in singles)
        if len(singles) >= ENOUGH and hits > SHARE * len(singles):
            yield f"In {language} the right choice is the longest in {hits} of {len(singles)} items."


def _is_longest(item: Item, language: str) -> bool:
    lengths = {choice.key: len(choice.text.get(language, "")) for choice in item.choices}
    right = lengths.get(item.correct[0], 0) if item.correct else 0
    return all(right > length for key, length in lengths.items() if key != item.correct[0])
