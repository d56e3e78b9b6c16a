"""What a response is worth: total over any strings, with no side effect and no code from the item."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from tequio_standards.qti.items import Item, Rule
from tequio_standards.qti.number_entry import NumberReading, read_number
from tequio_standards.qti.text_entry import normal_text

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_RESPONSE = 2_000  # characters of one typed answer that are looked at
WRONG, RIGHT = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Judged:
    """The score, from 0 to 1, and how a typed number was read."""

    score: Fraction
    reading: NumberReading | None = None

    @property
    def right(self) -> bool:
        return self.score == RIGHT


def score(item: Item, response: tuple[str, ...], language: str = "en") -> Fraction:
    """From 0 to 1. Multiple choice has no part marks: the exact set is 1, anything else 0."""
    return judge(item, response, language=language).score


def judge(item: Item, response: tuple[str, ...], *, language: str) -> Judged:
    """Hold `response` against the item's key by its response processing. Nothing answered is worth nothing."""
    return _RULES[item.scored_by.rule](item, response, language)


def _match_correct(item: Item, response: tuple[str, ...], _language: str) -> Judged:
    return Judged(RIGHT if response and set(response) == set(item.correct) else WRONG)


def _match_text(item: Item, response: tuple[str, ...], _language: str) -> Judged:
    if len(response) != 1 or len(response[0]) > MAX_RESPONSE:
        return Judged(WRONG)
    said = normal_text(response[0], item.scored_by)
    accepted = {normal_text(text, item.scored_by) for text in item.correct}
    return Judged(RIGHT if said and said in accepted else WRONG)


def _match_number(item: Item, response: tuple[str, ...], language: str) -> Judged:
    if len(response) != 1 or not response[0].strip():
        return Judged(WRONG)
    reading = read_number(response[0], language)
    if reading.value is None:
        return Judged(WRONG, reading)
    tolerance = Fraction(item.scored_by.tolerance)
    near = any(abs(reading.value - Fraction(number)) <= tolerance for number in item.correct)
    return Judged(RIGHT if near else WRONG, reading)


_RULES: dict[Rule, Callable[[Item, tuple[str, ...], str], Judged]] = {
    Rule.MATCH_CORRECT: _match_correct,
    Rule.MATCH_TEXT: _match_text,
    Rule.MATCH_NUMBER: _match_number,
}
