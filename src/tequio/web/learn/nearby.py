"""Words that look like one that was mistyped. Pure.

The distance counts letters put in, left out, swapped for another, or swapped with their neighbour (optimal string
alignment).
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tequio.web.learn.matching import begins, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST_WORDS = 5_000  # of the vocabulary that are compared
SHORTEST = 4  # a shorter word looks like too many others


def did_you_mean(asked: Sequence[str], vocabulary: Mapping[str, int]) -> str:
    """The query with each word that nothing begins with put right; empty when there is nothing better."""
    known = [_Known(fold(word), word, count) for word, count in vocabulary.items()]
    better = []
    for word in asked:
        near = _near(word, known)
        if not near:  # then neither is the query, and the rest need not be looked for
            return ""
        better.append(near)
    return " ".join(better) if [fold(word) for word in better] != list(asked) else ""


def vocabulary_of(texts: Iterable[str]) -> Mapping[str, int]:
    """How often each word stands in the texts, as it is written there in small letters; the most frequent ones."""
    words = Counter(word for text in texts for word in _words(text) if len(word) >= SHORTEST)
    return dict(words.most_common(MOST_WORDS))


class _Known(NamedTuple):
    plain: str  # folded
    word: str
    times: int


@lru_cache(maxsize=16_384)
def _words(text: str) -> tuple[str, ...]:
    letters = (letter if letter.isalnum() else " " for letter in text.lower())
    return tuple("".join(letters).split())


def _near(asked: str, known: Sequence[_Known]) -> str:
    """`asked` itself when something begins with it; else the nearest word; empty when none is near."""
    if any(begins(one.plain, asked) for one in known):
        return asked
    most, letters = allowed(asked), set(asked)
    near = [
        (distance(asked, one.plain, most), one.plain[0] != asked[0], -one.times, one.word)
        for one in known
        if abs(len(one.plain) - len(asked)) <= most and len(letters ^ set(one.plain)) <= 2 * most
    ]
    best = min(near, default=(most + 1, False, 0, ""))
    return best[3] if best[0] <= most else ""


def allowed(word: str) -> int:
    """How many letters may be wrong: none in a short word, one, or two in a long one."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) < 7 else 2


def distance(one: str, other: str, most: int) -> int:
    """The distance between two words; `most + 1` as soon as it is certain to be more than `most`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for num, letter in enumerate(one, 1):
        before, row = row, _next_row(one, other, num, letter, before, row)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)


def _next_row(one: str, other: str, num: int, letter: str, above: list[int], row: list[int]) -> list[int]:
    new = [num]
    for at, same in enumerate(other, 1):
        cost = min(new[at - 1] + 1, row[at] + 1, row[at - 1] + (letter != same))
        if num > 1 and at > 1 and letter == other[at - 2] and one[num - 2] == same:
            cost = min(cost, above[at - 2] + 1)
        new.append(cost)
    return new
