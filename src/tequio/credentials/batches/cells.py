"""The cells of one line: a name, a day, a score; each refused with a sentence when it is not what it should be."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.credentials.batches.values import Row
from tequio.credentials.names import LONGEST, signable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS = ("name", "finished", "score", "of", "language")
REQUIRED = ("name", "finished")
EARLIEST = date(1990, 1, 1)
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,4})?", re.ASCII)
_UNSEEN = frozenset(("Cc", "Zl", "Zp", "Cs", "Cn", "Co"))


class Misread(Exception):
    """A cell that cannot be taken."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_row(cells: Mapping[str, str], languages: Sequence[str], today: date) -> Row:
    """One line as a row; Misread otherwise."""
    score, of = _score(cells.get("score", "").strip(), cells.get("of", "").strip())
    return Row(
        name=_name(cells["name"]),
        finished=_finished(cells["finished"].strip(), today),
        score=score,
        of=of,
        language=_language(cells.get("language", "").strip().lower(), languages),
    )


def _name(text: str) -> str:
    name = text.strip(" ")
    if not name:
        raise Misread(_("The name is missing."))
    name = unicodedata.normalize("NFC", name)
    if not name.isprintable() and _hides_something(name):
        raise Misread(_("The name holds a sign that cannot be seen. Write it anew."))
    clean = _spaced(name)
    if len(clean) > LONGEST:
        raise Misread(_("The name is longer than %(most)s letters.") % {"most": LONGEST})
    if not any(ch.isalpha() for ch in clean):
        raise Misread(_("The name has no letter in it."))
    return clean


def _hides_something(name: str) -> bool:
    """Controls, line ends, letters that are none, and what turns the direction of text around; joiners are letters."""
    return any(unicodedata.category(ch) in _UNSEEN for ch in name) or len(signable(name)) < len(_spaced(name))


def _spaced(name: str) -> str:
    return " ".join(name.split())[: LONGEST + 1]


@lru_cache(maxsize=4096)
def _finished(text: str, today: date) -> str:
    try:
        day = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        day = None
    if day is None:
        raise Misread(_("“%(text)s” is not a day. Write it like 2026-03-31.") % {"text": text[:40]})
    if day > today:
        raise Misread(_("“%(text)s” has not come yet.") % {"text": text})
    if day < EARLIEST:
        raise Misread(_("“%(text)s” is too long ago.") % {"text": text})
    return f"{text}T12:00:00Z"  # noon: the same day nearly everywhere


@lru_cache(maxsize=4096)
def _score(score: str, of: str) -> tuple[str, str]:
    if not score and not of:
        return "", ""
    if not score or not of:
        raise Misread(_("A score needs both columns: “score” and “of”."))
    for text in (score, of):
        if not _NUMBER.fullmatch(text):
            raise Misread(_("“%(text)s” is not a number such as 18 or 17.5.") % {"text": text[:40]})
    got, most = Decimal(score.replace(",", ".")), Decimal(of.replace(",", "."))
    if most == 0 or got > most:
        raise Misread(_("A score of %(score)s out of %(of)s cannot be.") % {"score": score, "of": of})
    return _plain(got), _plain(most)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _language(text: str, languages: Sequence[str]) -> str:
    if not text:
        return languages[0]
    if text not in languages:
        told = _("The language “%(text)s” is none of: %(known)s.")
        raise Misread(told % {"text": text[:20], "known": ", ".join(languages)})
    return text
