"""People's names: how to greet, and where in a list. A name is one line as its owner wrote it; we only read it.

Spanish names end in two surnames ("Rosa María Hernández Ruiz"); small words belong to what follows ("de la Cruz").
What these rules cannot know (three words may be two given names and one surname) they leave harmless: the greeting is
a name the person has, and the list still finds them. Never initials: they hide who is meant, and half are wrong.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import takewhile


def _these(words: str) -> frozenset[str]:
    return frozenset(words.split(", "))


_SMALL = _these(
    "de, del, la, las, los, y, e, san, santa, da, das, do, dos, di, van, von, der, den, el, al, bin, ibn"
)
_TOGETHER = _these(  # two words that make one given name, so that the second is not taken for a surname
    "maría josé, maría luisa, maría elena, maría fernanda, maría guadalupe, maría isabel, maría teresa, "
    "josé luis, josé antonio, josé maría, josé manuel, josé juan, josé carlos, josé ángel, josé alberto, "
    "juan carlos, juan josé, juan manuel, juan pablo, juan antonio, juan luis, juan francisco, "
    "luis ángel, luis fernando, luis alberto, luis antonio, luis miguel, luis enrique, miguel ángel, "
    "ana maría, ana laura, ana sofía, ana karen, ana paola, ana luisa, ana isabel, rosa maría, rosa elena, rosa isela"
)
_OF_MARY = _these(  # names of Mary after a small word: "María del Carmen" is one given name
    "ángeles, asunción, carmen, concepción, consuelo, dolores, guadalupe, jesús, lourdes, luz, mar, mercedes, pilar, "
    "refugio, remedios, rocío, rosario, sagrario, socorro, soledad"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts: given names as one text, surnames in order; either may be empty, never both for a name."""

    given: str
    surnames: tuple[str, ...]


def person_name(name: str) -> PersonName:
    """The parts of `name`; one that is a single word, or not in Latin letters, stays whole."""
    units = _units(" ".join(name.split()))
    if len(units) < 2 or not _LATIN.search(name):
        return PersonName(" ".join(units), ())
    given = min(len(units) - 1, max(1, len(units) - 2, _given_by_custom(units)))
    return PersonName(" ".join(units[:given]), tuple(units[given:]))


def short_name(name: str) -> str:
    """What to greet with: "Rosa" of "Rosa Hernández Ruiz", "María del Carmen" of "María del Carmen Ortiz"."""
    given = person_name(name).given
    units = _units(given)
    return " ".join(units[: _given_by_custom(units) or 1]) if _LATIN.search(given) else given


def name_order(name: str) -> tuple[str, ...]:
    """A key to sort by: first surname, second, then given names; small words, case and accents aside, ñ after n."""
    parts = person_name(name)
    first = [_folded(_without_small(part)) for part in parts.surnames or (parts.given,)]
    return (*first, "", _folded(parts.given), name)


def _units(name: str) -> list[str]:
    """Words, small ones together with what they belong to: ["Rosa", "de la Cruz", "y Ruiz"]."""
    found: list[str] = []
    waiting: list[str] = []
    for word in name.split():
        waiting.append(word)
        if word.casefold() not in _SMALL:
            found.append(" ".join(waiting))
            waiting = []
    return [*found, *waiting]


def _given_by_custom(units: list[str]) -> int:
    """How many units surely are given names: two for "José Luis" and "María del Carmen", else none known."""
    pair = " ".join(units[:2]).casefold()
    small, last = pair.split()[1:-1], pair.rpartition(" ")[2]
    return 2 if pair in _TOGETHER or (small and last in _OF_MARY) else 0


def _without_small(unit: str) -> str:
    words = unit.split()
    small = len(list(takewhile(lambda word: word.casefold() in _SMALL, words[:-1])))
    return " ".join(words[small:])


def _folded(text: str) -> str:
    kept = unicodedata.normalize("NFC", text).casefold().replace("ñ", "n\uffff")
    return "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c))
