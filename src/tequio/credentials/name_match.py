"""Whether two ways to write a name can be the same person's: on a certificate and on a document. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from enum import StrEnum

_PARTICLES = frozenset(
    {
        "a",
        "al",
        "d",
        "da",
        "das",
        "de",
        "del",
        "do",
        "dos",
        "e",
        "el",
        "la",
        "las",
        "los",
        "san",
        "santa",
        "van",
        "von",
        "y",
    }
)
_SHORT_FORMS = {"ma": "maria", "fco": "francisco", "fca": "francisca", "gpe": "guadalupe"}
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_JOINED = re.compile(r"['’ʼ`´.]")  # inside a word: O'Neill, Ma.
_ENOUGH = 2  # words: a given name and a surname


class NameMatch(StrEnum):
    """How two names compare. `PART`: the shorter one stands whole in the longer one. `UNSURE`: other letters."""

    SAME = "same"
    PART = "part"
    DIFFERS = "differs"
    UNSURE = "unsure"


def compare_names(one: str, other: str) -> NameMatch:
    """Accents, capitals, hyphens, particles and the order of given names and surnames do not matter."""
    ours, theirs = Counter(_words(one)), Counter(_words(other))
    if not ours or not theirs or _scripts(one) != _scripts(other):
        return NameMatch.UNSURE
    if ours == theirs:
        return NameMatch.SAME
    shorter = min(ours, theirs, key=lambda words: words.total())
    if shorter.total() >= _ENOUGH and shorter == ours & theirs:
        return NameMatch.PART
    return NameMatch.DIFFERS


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("mª", "ma")).translate(_LETTERS)
    bare = "".join(ch for ch in plain if not unicodedata.combining(ch))
    words = re.findall(r"\w+", _JOINED.sub("", bare))
    said = [_SHORT_FORMS.get(word, word) for word in words]
    return [word for word in said if word not in _PARTICLES] or said


def _scripts(name: str) -> frozenset[str]:
    """Such as LATIN or ARABIC: names in different letters cannot be compared here."""
    return frozenset(unicodedata.name(ch, "?").split()[0] for ch in name if ch.isalpha() and ch not in "ªº")
