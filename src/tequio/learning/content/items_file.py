"""Reads items/<pool>/<outcome>.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml.nodes import SequenceNode

from tequio.learning.content import fields
from tequio.learning.content.entry import Entry, Marked, line_of, no_twins
from tequio_standards.qti import Choice, Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yaml.nodes import Node

    from tequio.learning.content.problems import Problems

KINDS = ("single", "multiple", "text", "number")
OF_CHOICES = ("single", "multiple")
HINTS = 3
TEACHING = ("hints", "explanation")
_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,9})?")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item, its pool, and where it and its stems stand."""

    item: Item
    pool: str
    file: str
    line: int
    stems: Mapping[str, Marked]


@dataclass(frozen=True, slots=True)
class Place:
    """Which pool and outcome a file of items belongs to."""

    file: str
    pool: str
    outcome: str


def read_items(node: Node, place: Place, languages: Sequence[str], problems: Problems) -> Iterator[ItemLine]:
    """Each item of the file, with every fault noted."""
    if not isinstance(node, SequenceNode):
        problems.add(place.file, line_of(node), "not-items")
        return
    for member in node.value:
        entry = Entry(member, place.file, problems, languages)
        yield _item(entry, place)
        entry.close()


def _item(entry: Entry, place: Place) -> ItemLine:
    key = fields.slug(entry)
    kind = entry.one_of("kind", KINDS)
    stems = fields.marked_words(entry, "stem")
    hints, explanation = _teaching(entry) if place.pool == "practice" else _no_teaching(entry)
    choices = _choices(entry, kind)
    item = Item(
        key=key.text,
        outcome=place.outcome,
        kind=kind,
        stem={language: stem.text for language, stem in stems.items()},
        choices=choices,
        correct=_correct(entry, kind, {choice.key for choice in choices}),
        hints=hints,
        explanation=explanation,
        level=entry.one_of("level", fields.LEVELS),
        seconds=entry.integer("seconds", least=5, most=1800),
    )
    return ItemLine(item, place.pool, entry.file, key.line, stems)


def _teaching(entry: Entry) -> tuple[tuple[Mapping[str, str], ...], Mapping[str, str]]:
    nodes = entry.nodes("hints")
    if entry.has("hints") and len(nodes) != HINTS:
        entry.say(entry.at("hints"), "hints", count=len(nodes))
    return tuple(map(_hint, entry.entries("hints"))), fields.words(entry, "explanation")


def _hint(entry: Entry) -> Mapping[str, str]:
    return {language: text.text for language, text in fields.words_in(entry, "hints").items()}


def _no_teaching(entry: Entry) -> tuple[tuple[Mapping[str, str], ...], Mapping[str, str]]:
    for key in TEACHING:
        if entry.has(key):
            entry.say(entry.at(key), "practice-only", key=key)
    return (), {}


def _choices(entry: Entry, kind: str) -> tuple[Choice, ...]:
    if kind not in OF_CHOICES:
        if kind in KINDS and entry.nodes("choices", required=False):
            entry.say(entry.at("choices"), "choices-out", kind=kind)
        return ()
    entries = entry.entries("choices")
    if entry.has("choices") and len(entries) < 2:
        entry.say(entry.at("choices"), "few-choices")
    keys = [fields.slug(each) for each in entries]
    no_twins(entry, [key for key in keys if key.text], "the keys of choices")
    texts = [fields.marked_words(each, "text") for each in entries]
    _no_same_text(entry, texts)
    return tuple(map(_choice, entries, keys, texts))


def _choice(entry: Entry, key: Marked, text: Mapping[str, Marked]) -> Choice:
    rationale = fields.words(entry, "rationale")
    entry.close()
    return Choice(key.text, {language: found.text for language, found in text.items()}, rationale)


def _no_same_text(entry: Entry, texts: Sequence[Mapping[str, Marked]]) -> None:
    first: dict[tuple[str, str], int] = {}
    for text in texts:
        for language, found in text.items():
            same = (language, found.text.casefold())
            if same in first:
                entry.say(found.line, "same-choice", language=language, first=first[same])
            first.setdefault(same, found.line)


def _correct(entry: Entry, kind: str, choices: set[str]) -> tuple[str, ...]:
    correct = entry.texts("correct")
    if kind == "single" and entry.has("correct") and len(correct) != 1:
        entry.say(entry.at("correct"), "correct-one", count=len(correct))
    elif entry.has("correct") and not correct:
        entry.say(entry.at("correct"), "correct-none")
    for each in correct:
        _check_correct(entry, kind, choices, each)
    return tuple(each.text for each in correct)


def _check_correct(entry: Entry, kind: str, choices: set[str], each: Marked) -> None:
    if kind in OF_CHOICES and choices and each.text not in choices:
        entry.say(each.line, "correct-unknown", text=each.text)
    if kind == "number" and not _NUMBER.fullmatch(each.text):
        entry.say(each.line, "correct-number", text=each.text)
