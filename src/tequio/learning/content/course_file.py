"""Reads course.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.learning.content import fields
from tequio.learning.content.entry import Entry, Marked, no_twins
from tequio.learning.values import Alignment, CertificateWords, FinalCheckFacts, OutcomeInfo, Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from yaml.nodes import Node

    from tequio.kit.words import Words
    from tequio.learning.content.problems import Problems

FILE = "course.yaml"
FORMAT = "1"
PAPER = "final-check"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseFile:
    """course.yaml as read; what later checks must name carries its line."""

    key: str
    title: Words
    summary: Words
    languages: tuple[str, ...]
    licence: str
    authors: tuple[str, ...]
    hours: str
    reading_level: Mapping[str, str]
    audience: Words
    outcomes: tuple[OutcomeInfo, ...]
    outcome_lines: Mapping[str, int]
    modules: tuple[Marked, ...]
    certificate: CertificateWords | None
    final_check: FinalCheckFacts | None
    blueprint: tuple[Marked, ...]
    expires: date | None
    sources: tuple[Source, ...]


def read_course(node: Node, problems: Problems) -> CourseFile:
    """Read all of course.yaml, noting every fault."""
    entry = Entry(node, FILE, problems)
    entry.languages = _languages(entry)
    form = entry.marked("format")
    if form and form.text != FORMAT:
        entry.say(form.line, "format", text=form.text)
    outcomes = entry.entries("outcomes")
    keys = [fields.slug(outcome) for outcome in outcomes]
    no_twins(entry, [key for key in keys if key.text], "the keys of outcomes")
    known = {key.text for key in keys}
    key = fields.slug(entry).text
    spec, rows = _final_check(entry, key, known)
    course = CourseFile(
        key=key,
        title=fields.words(entry, "title"),
        summary=fields.words(entry, "summary"),
        languages=entry.languages,
        licence=fields.licence(entry),
        authors=tuple(author.text for author in entry.texts("authors")),
        hours=fields.hours(entry),
        reading_level=_reading_level(entry),
        audience=fields.words(entry, "audience"),
        outcomes=tuple(_outcome(outcome, key.text) for outcome, key in zip(outcomes, keys, strict=True)),
        outcome_lines={key.text: key.line for key in keys if key.text},
        modules=_modules(entry),
        certificate=_certificate(entry, required=entry.has("final_check")),
        final_check=spec,
        blueprint=tuple(rows),
        expires=fields.day(entry, "expires"),
        sources=tuple(_source(source) for source in entry.entries("sources")),
    )
    entry.close()
    return course


def _languages(entry: Entry) -> tuple[str, ...]:
    found = entry.texts("languages")
    no_twins(entry, found, "languages")
    for language in found:
        if not fields.LANGUAGE.fullmatch(language.text):
            entry.say(language.line, "language-tag", text=language.text)
    return tuple(dict.fromkeys(each.text for each in found if fields.LANGUAGE.fullmatch(each.text)))


def _reading_level(entry: Entry) -> Mapping[str, str]:
    found = fields.marked_words(entry, "reading_level")
    for level in found.values():
        if level.text not in fields.READING_LEVELS:
            allowed = ", ".join(fields.READING_LEVELS)
            entry.say(level.line, "not-one-of", key="reading_level", text=level.text, allowed=allowed)
    return {language: level.text for language, level in found.items()}


def _modules(entry: Entry) -> tuple[Marked, ...]:
    found = [fields.check_slug(entry, module) for module in entry.texts("modules")]
    no_twins(entry, found, "modules")
    return tuple(module for module in found if fields.SLUG.fullmatch(module.text))


def _outcome(entry: Entry, key: str) -> OutcomeInfo:
    outcome = OutcomeInfo(
        key=key,
        statement=fields.words(entry, "statement"),
        level=entry.one_of("level", fields.LEVELS),
        alignments=tuple(_alignment(each) for each in entry.entries("alignments", required=False)),
    )
    entry.close()
    return outcome


def _alignment(entry: Entry) -> Alignment:
    alignment = Alignment(
        uri=fields.address(entry, "uri"),
        label=fields.words(entry, "label"),
        framework=entry.text("framework"),
        version=entry.text("version"),
    )
    entry.close()
    return alignment


def _certificate(course: Entry, *, required: bool) -> CertificateWords | None:
    entry = course.entry("certificate", required=False)
    if entry is None:
        if required:
            course.say(course.at("final_check"), "needs-certificate")
        return None
    words = CertificateWords(
        means=fields.words(entry, "means"),
        does_not_mean=fields.words(entry, "does_not_mean"),
        assessment=fields.words(entry, "assessment"),
    )
    entry.close()
    return words


def _final_check(course: Entry, key: str, outcomes: set[str]) -> tuple[FinalCheckFacts | None, list[Marked]]:
    entry = course.entry("final_check", required=False)
    if entry is None:
        return None, []
    rows = [_blueprint_row(row) for row in entry.entries("blueprint")]
    facts = FinalCheckFacts(
        paper_key=f"{key}-{PAPER}",
        title=fields.words(entry, "title"),
        minutes=entry.integer("minutes", least=1, most=240),
        tries=entry.integer("tries", least=1, most=20),
        wait_hours=entry.integer("wait_hours", most=720),
        cut=fields.proportion(entry, "cut"),
        cut_method=fields.words(entry, "cut_method"),
        blueprint=tuple((outcome.text, count) for outcome, count in rows),
    )
    entry.close()
    named = [outcome for outcome, _ in rows if outcome.text]
    no_twins(entry, named, "the outcomes of the blueprint")
    for outcome in named:
        if outcomes and outcome.text not in outcomes:
            entry.say(outcome.line, "unknown-outcome", text=outcome.text, advice="")
    return facts, [outcome for outcome, _ in rows]


def _blueprint_row(entry: Entry) -> tuple[Marked, int]:
    row = fields.slug(entry, "outcome"), entry.integer("count", least=1, most=100)
    entry.close()
    return row


def _source(entry: Entry) -> Source:
    day = fields.day(entry, "date")
    source = Source(
        title=entry.text("title"), url=fields.address(entry, "url"), date=day.isoformat() if day else ""
    )
    entry.close()
    return source
