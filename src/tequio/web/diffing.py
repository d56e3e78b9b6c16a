"""What changed between two versions of a text: paragraph by paragraph, and in those that changed, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ALIKE = 0.4  # below this, a paragraph is another one and not the same one changed


@dataclass(frozen=True, slots=True)
class Run:
    """Some text; `mark` when the other version does not have it."""

    mark: bool
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph in both versions; `old` or `new` is empty when it stands in one only."""

    kind: Literal["same", "changed", "added", "removed"]
    old: tuple[Run, ...]
    new: tuple[Run, ...]


def compare(before: str, after: str) -> tuple[Row, ...]:
    """Paragraphs are parted by empty lines."""
    old, new = _paragraphs(before), _paragraphs(after)
    return tuple(row for one, other in _pairs(old, new) for row in _rows(one, other))


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield from zip_longest(old[a:b], new[c:d])


def _rows(old: str | None, new: str | None) -> Iterator[Row]:
    if old is None or new is None:
        yield from _alone(old, new)
    elif old == new:
        yield Row("same", (Run(mark=False, text=old),), (Run(mark=False, text=new),))
    else:
        yield from _changed(old, new)


def _alone(old: str | None, new: str | None) -> Iterator[Row]:
    if old is not None:
        yield Row("removed", (Run(mark=True, text=old),), ())
    if new is not None:
        yield Row("added", (), (Run(mark=True, text=new),))


def _changed(old: str, new: str) -> Iterator[Row]:
    one, other = re.findall(r"\S+\s*", old), re.findall(r"\S+\s*", new)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < ALIKE:
        yield from _alone(old, new)
        return
    codes = matcher.get_opcodes()
    yield Row(
        "changed",
        _runs((tag, one[a:b]) for tag, a, b, _, _ in codes),
        _runs((tag, other[c:d]) for tag, _, _, c, d in codes),
    )


def _runs(parts: Iterator[tuple[str, list[str]]]) -> tuple[Run, ...]:
    return tuple(Run(mark=tag != "equal", text="".join(words)) for tag, words in parts if words)
