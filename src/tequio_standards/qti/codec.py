"""Items as JSON, in the shape in which course folders write them. Strict: every problem with its JSON pointer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tequio_standards.qti.items import KINDS, LEVELS, PROCESSING, Choice, Item, Processing, Rule, Words
from tequio_standards.qti.number_entry import read_number
from tequio_standards.qti.reader import InvalidItem, Reader

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["InvalidItem", "item_from_json", "item_problems", "item_to_json"]

MAX_TEXT = 20_000
MAX_HINTS = 3
MEMBERS = ("key", "outcome", "kind", "stem", "choices", "correct", "hints", "explanation", "level", "seconds")
_KEY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def item_to_json(item: Item) -> dict[str, Any]:  # a JSON object
    """The item as a JSON object, key and all: for banks and packages, never for pages."""
    members: dict[str, Any] = {
        "key": item.key,
        "outcome": item.outcome,
        "kind": item.kind,
        "stem": dict(item.stem),
        "choices": [_choice_to_json(choice) for choice in item.choices],
        "correct": list(item.correct),
        "hints": [dict(hint) for hint in item.hints],
        "explanation": dict(item.explanation),
        "level": item.level,
        "seconds": item.seconds,
    }
    if item.processing is not None:
        members["processing"] = _processing_to_json(item.processing)
    return members


def item_from_json(value: Mapping[str, Any]) -> Item:
    """The item that `value` says; raises the first `InvalidItem` when it says none."""
    item, problems = _read(value)
    if problems:
        raise problems[0]
    return item


def item_problems(value: object) -> tuple[InvalidItem, ...]:
    """Everything wrong with `value` as an item, each with its pointer; empty when it is one."""
    return tuple(_read(value)[1])


def _choice_to_json(choice: Choice) -> dict[str, Any]:
    return {"key": choice.key, "text": dict(choice.text), "rationale": dict(choice.rationale)}


def _processing_to_json(processing: Processing) -> dict[str, Any]:
    return {
        "rule": processing.rule.value,
        "tolerance": processing.tolerance,
        "exact_case": processing.exact_case,
        "exact_accents": processing.exact_accents,
    }


def _read(value: object) -> tuple[Item, list[InvalidItem]]:
    reader = Reader(value)
    reader.members([*MEMBERS, "processing"])
    item = Item(
        key=_key(reader.at("key")),
        outcome=_key(reader.at("outcome")),
        kind=reader.at("kind").one_of(KINDS),
        stem=_words(reader.at("stem")),
        choices=reader.at("choices", ()).each(_choice),
        correct=reader.at("correct").each(Reader.text),
        hints=reader.at("hints", ()).each(_words),
        explanation=_words(reader.at("explanation", {}), needed=False),
        level=reader.at("level").one_of(LEVELS),
        seconds=reader.at("seconds").whole(1, 3600),
        processing=_processing(reader.at("processing", None)),
    )
    if not reader.problems:
        _check_whole(reader, item)
    return item, reader.problems


def _key(reader: Reader) -> str:
    return reader.text(
        lambda text: _KEY.fullmatch(text) is not None,
        "a key: letters, digits, dots, hyphens and low lines, at most 80, ending in a letter or digit",
    )


def _words(reader: Reader, *, needed: bool = True) -> Words:
    words = {}
    for language, text in reader.pairs():
        if not _LANGUAGE.fullmatch(language):
            text.complain("This must stand under a language tag, such as es or en-GB.")
        words[language] = text.text(
            lambda said: 0 < len(said.strip()) <= MAX_TEXT, f"a text of at most {MAX_TEXT} characters"
        )
    if needed and reader.value == {}:
        reader.complain("Write it in at least one language.")
    return words


def _choice(reader: Reader) -> Choice:
    reader.members(("key", "text", "rationale"))
    rationale = _words(reader.at("rationale", {}), needed=False)
    return Choice(_key(reader.at("key")), _words(reader.at("text")), rationale)


def _processing(reader: Reader) -> Processing | None:
    if reader.value is None:
        return None
    reader.members(("rule", "tolerance", "exact_case", "exact_accents"))
    rule = reader.at("rule").one_of([rule.value for rule in Rule])
    return Processing(
        rule=Rule(rule) if rule else Rule.MATCH_CORRECT,
        tolerance=reader.at("tolerance", "0").text(
            _is_tolerance, "a number that is not negative, such as 0.05"
        ),
        exact_case=reader.at("exact_case", False).truth(),
        exact_accents=reader.at("exact_accents", False).truth(),
    )


def _is_number(text: str) -> bool:
    """A key is written one way only: digits with a point, such as -3 or 1.5."""
    return re.fullmatch(r"-?\d{1,20}(\.\d{1,15})?", text, re.ASCII) is not None


def _is_tolerance(text: str) -> bool:
    return _is_number(text) and not text.startswith("-")


def _check_whole(reader: Reader, item: Item) -> None:
    """What only the item as a whole can tell, once each part is well formed."""
    if item.scored_by.rule is not PROCESSING[item.kind].rule:
        reader.at("processing").at("rule").complain(
            f"An item of kind {item.kind} is scored by {PROCESSING[item.kind].rule.value}."
        )
    if len(item.hints) > MAX_HINTS:
        reader.at("hints").complain(f"At most {MAX_HINTS} hints.")
    if item.kind in ("single", "multiple"):
        _check_choices(reader, item)
    else:
        _check_typed(reader, item)


def _check_choices(reader: Reader, item: Item) -> None:
    keys = [choice.key for choice in item.choices]
    if len(keys) < 2:
        reader.at("choices", ()).complain("Write at least two choices.")
    for num, key in enumerate(keys):
        if key in keys[:num]:
            reader.at("choices").at(num).complain(f"The choice key {key} occurs twice.")
    for num, key in enumerate(item.correct):
        if key not in keys or key in item.correct[:num]:
            reader.at("correct").at(num).complain("Each correct key must be one of the choices, once.")
    if item.kind == "single" and len(item.correct) != 1:
        reader.at("correct").complain("An item of kind single has exactly one correct choice.")
    if item.kind == "multiple" and not item.correct:
        reader.at("correct").complain("An item of kind multiple has at least one correct choice.")


def _check_typed(reader: Reader, item: Item) -> None:
    if item.choices:
        reader.at("choices").complain(f"An item of kind {item.kind} has no choices.")
    if not item.correct:
        reader.at("correct").complain("Write at least one answer that is accepted.")
    for num, text in enumerate(item.correct):
        if item.kind == "number" and (not _is_number(text) or read_number(text, "en").value is None):
            reader.at("correct").at(num).complain("Write the number in digits with a point, such as 1.5.")
        if item.kind == "text" and not text.strip():
            reader.at("correct").at(num).complain("An accepted text must not be blank.")
