"""Which words of a query stand where: folding, matching by first letters, marking, ranking. Pure.

Accents and case count for nothing. An ñ that was typed asks for an ñ; an n that was typed finds both, since many
keyboards have no ñ.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 80  # characters of a query
MOST_WORDS = 8
WEIGHTS = (8, 3, 2, 1)  # of a word in the title, in the first text after it, in the second, further on
EXACT = 1  # more, for a whole word of the title
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to find: its title, then its other texts from the most to the least telling."""

    kind: str
    href: str
    title: str
    texts: tuple[str, ...]
    place: str = ""  # what it is part of
    language: str = ""  # its own, when it is not the page's


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found. `text` is the first of its texts with a word of the query; else its first."""

    entry: Entry
    text: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """Hits, best first. `whole`: each has every word of the query; else each has at least one that tells much."""

    hits: tuple[Hit, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `found` where it is what was asked for."""

    text: str
    found: bool


def query_words(text: str) -> tuple[str, ...]:
    """The words of a query, folded, each once; only so many of them."""
    return tuple(dict.fromkeys(words_of(text[:LONGEST])))[:MOST_WORDS]


@lru_cache(maxsize=16_384)
def words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def fold(text: str) -> str:
    """Lower case without accents; ñ stays."""
    return "".join(_fold(letter) for letter in unicodedata.normalize("NFC", text))


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    small = letter.casefold()
    if small == "ñ":
        return small
    return "".join(one for one in unicodedata.normalize("NFD", small) if unicodedata.category(one) != "Mn")


def begins(word: str, asked: str) -> bool:
    """Whether `word` begins with what was asked; both folded."""
    return (word if "ñ" in asked else without_tilde(word)).startswith(asked)


def has(text: str, asked: str) -> bool:
    """Whether a word of `text` begins with what was asked. Most texts are put aside at one glance at their letters."""
    return without_tilde(asked) in _letters(text) and any(begins(word, asked) for word in words_of(text))


@lru_cache(maxsize=16_384)
def _letters(text: str) -> str:
    return without_tilde(fold(text))


def without_tilde(text: str) -> str:
    return text.replace("ñ", "n")


def rank(entries: Iterable[Entry], asked: Sequence[str]) -> Ranking:
    """Entries with every word of `asked`, best first; when there are none, those with some longer word of it."""
    everything = tuple(entries)
    whole = _ranked(everything, asked, least=len(asked))
    if whole or len(asked) < 2:
        return Ranking(whole, whole=True)
    telling = [word for word in asked if len(word) > 3]
    return Ranking(_ranked(everything, telling, least=1), whole=False)


def _ranked(entries: Sequence[Entry], asked: Sequence[str], *, least: int) -> tuple[Hit, ...]:
    scored = [(_score(entry, asked, least), num) for num, entry in enumerate(entries)] if asked else []
    best = sorted((-score, num) for score, num in scored if score)
    return tuple(Hit(entries[num], _telling_text(entries[num], asked)) for _, num in best)


def _score(entry: Entry, asked: Sequence[str], least: int) -> int:
    """0 when fewer than `least` words are there. A title that begins with the query comes before all others."""
    worths = [_worth(entry, word) for word in asked]
    if sum(worth > 0 for worth in worths) < max(least, 1):
        return 0
    title = words_of(entry.title)
    first = len(title) >= len(asked) and all(map(begins, title, asked))
    return sum(worths) + (1000 if first else 0)


def _worth(entry: Entry, asked: str) -> int:
    for place, text in enumerate((entry.title, *entry.texts)):
        if has(text, asked):
            exact = EXACT if not place and asked in words_of(text) else 0
            return WEIGHTS[min(place, len(WEIGHTS) - 1)] + exact
    return 0


def _telling_text(entry: Entry, asked: Sequence[str]) -> str:
    telling = (text for text in entry.texts if any(has(text, one) for one in asked))
    return next(telling, next(iter(entry.texts), ""))


def pieces(text: str, asked: Sequence[str]) -> tuple[Piece, ...]:
    """`text` cut where a word begins with something asked for: only the letters that were typed are `found`."""
    text = unicodedata.normalize("NFC", text)
    cut, found = 0, []
    for word in _WORD.finditer(text):
        length = _length_found(word.group(), asked)
        if length:
            found += [Piece(text[cut : word.start()], found=False)]
            cut = word.start() + length
            found += [Piece(text[word.start() : cut], found=True)]
    return tuple(piece for piece in (*found, Piece(text[cut:], found=False)) if piece.text)


def _length_found(word: str, asked: Sequence[str]) -> int:
    """How many letters of `word` the longest match covers."""
    longest = max((len(one) for one in asked if begins(fold(word), one)), default=0)
    length = covered = 0
    while covered < longest:
        covered += len(_fold(word[length]))
        length += 1
    return length


def excerpt(text: str, asked: Sequence[str], most: int = 150) -> str:
    """About `most` characters around the first match, cut between words."""
    if len(text) <= most:
        return text
    before = next((piece.text for piece in pieces(text, asked)), "")
    start = 0 if len(before) < most // 2 else text.rfind(" ", 0, len(before) - most // 4) + 1
    end = text.rfind(" ", 0, start + most) if start + most < len(text) else len(text)
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
