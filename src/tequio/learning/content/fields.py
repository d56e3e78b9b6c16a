"""What a text may look like in a course folder: keys, words, durations, dates, addresses, licences, levels."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, ScalarNode

from tequio.learning.content.entry import Entry, Marked, line_of

if TYPE_CHECKING:
    from tequio.kit.words import Words

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
HOURS = re.compile(r"PT(?=\d)(?:(\d{1,3})H)?(?:(\d{1,2})M)?")
# Licences that let others translate and adapt; those that forbid it (ND) cannot be reviewed and improved by anyone.
LICENCES = (
    "CC-BY-4.0",
    "CC-BY-SA-4.0",
    "CC0-1.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-3.0",
    "CC-BY-SA-3.0",
)
READING_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")  # CEFR
LEVELS = ("remember", "understand", "apply", "analyse")


def slug(entry: Entry, key: str = "key") -> Marked:
    """A key that people chose; an empty one when it is missing."""
    found = entry.marked(key)
    return check_slug(entry, found) if found else Marked("", entry.line)


def check_slug(entry: Entry, found: Marked) -> Marked:
    if not SLUG.fullmatch(found.text) or len(found.text) > 60:
        entry.say(found.line, "slug", text=found.text)
    return found


def words(entry: Entry, key: str, *, required: bool = True) -> Words:
    """A text in every language of the course."""
    return {language: found.text for language, found in marked_words(entry, key, required=required).items()}


def marked_words(entry: Entry, key: str, *, required: bool = True) -> dict[str, Marked]:
    """The same, each text with its line."""
    node = entry.value(key, required=required)
    if node is None:
        return {}
    if not isinstance(node, MappingNode):
        entry.say(line_of(node), "words", key=key, languages=", ".join(entry.languages))
        return {}
    return words_in(Entry(node, entry.file, entry.problems, entry.languages), key)


def words_in(inner: Entry, key: str) -> dict[str, Marked]:
    """The texts of the mapping `inner`, language by language; what is missing, empty or too many is noted."""
    given = inner.keys()
    languages = inner.languages or tuple(given)
    for language in given:
        if language not in languages:
            inner.say(inner.at(language), "extra-language", key=key, language=language)
    found = {language: _in_language(inner, language, key) for language in languages}
    return {language: text for language, text in found.items() if text}


def _in_language(inner: Entry, language: str, key: str) -> Marked | None:
    node = inner.value(language, required=False)
    if node is None:
        inner.say(inner.line, "missing-language", key=key, language=language)
        return None
    if not isinstance(node, ScalarNode):
        inner.say(line_of(node), "not-text", key=f"{key} ({language})")
        return None
    if not node.value.strip():
        inner.say(line_of(node), "empty-text", key=f"{key} ({language})")
        return None
    return Marked(node.value.strip(), line_of(node))


def hours(entry: Entry) -> str:
    found = entry.marked("hours")
    if found and not HOURS.fullmatch(found.text):
        entry.say(found.line, "hours", text=found.text)
    return found.text if found else ""


def day(entry: Entry, key: str, *, required: bool = True) -> date | None:
    found = entry.marked(key, required=required)
    if found is None:
        return None
    try:
        return date.fromisoformat(found.text)
    except ValueError:
        entry.say(found.line, "not-date", key=key)
        return None


def address(entry: Entry, key: str) -> str:
    found = entry.marked(key)
    if found and not re.match(r"https?://[^\s/]+", found.text):
        entry.say(found.line, "not-url", key=key)
    return found.text if found else ""


def proportion(entry: Entry, key: str) -> Fraction:
    """A number between 0 and 1, exact: 0.75 is three quarters."""
    found = entry.marked(key)
    if found is None:
        return Fraction(0)
    number = Fraction(found.text) if re.fullmatch(r"[01]?\.?\d{1,6}", found.text) else Fraction(-1)
    if not 0 < number <= 1:
        entry.say(found.line, "cut", text=found.text)
    return number


def licence(entry: Entry) -> str:
    return entry.one_of("licence", LICENCES, "licence")
