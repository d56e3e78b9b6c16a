"""Planted defects: each breaks the clean course in one place and says which line must be named, and how.

Two kinds: named ones, written by hand, and generated ones (every required key removed, every key misspelt, every
language dropped, everywhere it can be done). Written before the checker, so that the checker follows the format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HANDS = "modules/clean-hands/module.yaml"
WHY = "modules/clean-hands/why.en.md"
PRACTICE = "items/practice/wash-hands.yaml"
FINAL = "items/final/wash-hands.yaml"


@dataclass(frozen=True, slots=True)
class Defect:
    """Replace `old` by `new` in `file`; the problem is reported at `line` of `seen_in` and its text holds `says`."""

    name: str
    file: str
    old: str
    new: str
    says: str
    at: str = ""  # a text on the line that must be named; by default the first line that changed
    seen_in: str = ""  # the file that is named, when it is another one
    line: int = 0  # the line itself, when no text can say it

    def plant(self, folder: Path) -> tuple[str, int]:
        """Break the course in `folder`; answer the file and line a checker must name."""
        path = folder / self.file
        clean = path.read_text("utf-8")
        assert clean.count(self.old) >= 1, f"{self.name}: nothing to replace in {self.file}"
        broken = clean.replace(self.old, self.new, 1)
        path.write_text(broken, "utf-8")
        named = self.seen_in or self.file
        return named, self.line or self._line(broken, (folder / named).read_text("utf-8"), clean)

    def _line(self, broken: str, named: str, clean: str) -> int:
        if self.at:
            return named[: named.index(self.at)].count("\n") + 1
        pairs = zip(broken.splitlines(), clean.splitlines(), strict=False)
        return next(num for num, (new, old) in enumerate(pairs, 1) if new != old)


@dataclass(frozen=True, slots=True)
class FileDefect:
    """Delete `file`, or write `data` into it; the problem is reported at `line` of `seen_in` and holds `says`."""

    name: str
    file: str
    data: bytes | None
    says: str
    seen_in: str
    at: str = ""

    def plant(self, folder: Path) -> tuple[str, int]:
        path = folder / self.file
        if self.data is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.data)
        if not self.at:
            return self.seen_in, 1
        text = (folder / self.seen_in).read_text("utf-8")
        return self.seen_in, text[: text.index(self.at)].count("\n") + 1


NAMED: tuple[Defect | FileDefect, ...] = (
    Defect("tab in YAML", "course.yaml", "key: safe-kitchen", "key:\tsafe: kitchen", "YAML"),
    Defect("an alias", "course.yaml", "authors: [Ana Prueba", "authors: [&a Ana Prueba, *a", "alias"),
    Defect(
        "a key twice", "course.yaml", "hours: PT1H", "hours: PT1H\nhours: PT2H", "twice", at="hours: PT2H"
    ),
    Defect("a foreign format", "course.yaml", "format: 1", "format: 2", "format"),
    Defect("a bad slug", "course.yaml", "key: safe-kitchen", "key: Safe Kitchen", "small letters"),
    Defect(
        "no title", "course.yaml", "title: {es: Cocina segura, en: A safe kitchen}", "title: Cocina", "es, en"
    ),
    Defect("an empty text", "course.yaml", "en: A safe kitchen", "en: ''", "empty"),
    Defect("a third language", "course.yaml", "en: A safe kitchen", "en: A, fr: Une", "fr"),
    Defect("hours in words", "course.yaml", "hours: PT1H", "hours: one hour", "ISO 8601"),
    Defect("hours without hours", "course.yaml", "hours: PT1H", "hours: PT", "ISO 8601"),
    Defect("an unknown licence", "course.yaml", "licence: CC-BY-4.0", "licence: CC", "licence"),
    Defect("a licence that forbids", HANDS, "licence: CC-BY-4.0", "licence: CC-BY-NC-ND-4.0", "licence"),
    Defect("no such reading level", "course.yaml", "reading_level: {es: B1", "reading_level: {es: B3", "A1"),
    Defect("languages not a list", "course.yaml", "languages: [es, en]", "languages: es", "list"),
    Defect("a language tag", "course.yaml", "languages: [es, en]", "languages: [es, english]", "language"),
    Defect("a key number", "course.yaml", "  minutes: 10", "  minutes: ten", "whole number"),
    Defect("tries below one", "course.yaml", "  tries: 3", "  tries: 0", "at least 1"),
    Defect("a cut above one", "course.yaml", "cut: 0.75", "cut: 75", "between 0 and 1"),
    Defect("a date", "course.yaml", "expires: 2029-11-30", "expires: 30/11/2029", "2029-11-30"),
    Defect("a source date", "course.yaml", "date: 2024-05-01", "date: yesterday", "2029-11-30"),
    Defect("a source address", "course.yaml", '"https://example.org/keys"', "example.org", "https://"),
    Defect(
        "an alignment address", "course.yaml", "uri: http://data.europa.eu/esco/skill/", "uri: esco:", "http"
    ),
    Defect("an outcome level", "course.yaml", "    level: apply", "    level: master", "remember"),
    Defect("an outcome twice", "course.yaml", "  - key: keep-cold", "  - key: wash-hands", "twice"),
    Defect(
        "a blueprint outcome", "course.yaml", "{outcome: keep-cold, c", "{outcome: keep-warm, c", "keep-warm"
    ),
    Defect(
        "a blueprint outcome twice",
        "course.yaml",
        "{outcome: keep-cold, c",
        "{outcome: wash-hands, c",
        "twice",
    ),
    Defect(
        "a blueprint too large",
        "course.yaml",
        "{outcome: keep-cold, count: 2}",
        "{outcome: keep-cold, count: 7}",
        "6",
    ),
    Defect(
        "a module twice", "course.yaml", "[clean-hands, cold-chain]", "[clean-hands, clean-hands]", "twice"
    ),
    Defect(
        "a missing module",
        "course.yaml",
        "[clean-hands, cold-chain]",
        "[clean-hands, cold-chain, heat]",
        "heat",
    ),
    Defect(
        "an unused module",
        "course.yaml",
        "[clean-hands, cold-chain]",
        "[clean-hands]",
        "modules:",
        line=1,
        seen_in="modules/cold-chain/module.yaml",
    ),
    Defect(
        "an outcome of no module",
        HANDS,
        "outcome: wash-hands",
        "outcome: keep-cold",
        "wash-hands",
        at="key: wash-hands",
        seen_in="course.yaml",
    ),
    Defect("an unknown outcome", HANDS, "outcome: wash-hands", "outcome: wash-feet", "wash-feet"),
    Defect("minutes that do not add up", HANDS, "minutes: 12", "minutes: 14", "12"),
    Defect("a long module", HANDS, "minutes: 12", "minutes: 32", "20"),
    Defect("an unknown step kind", HANDS, "kind: task", "kind: video", "explanation"),
    Defect("a step twice", HANDS, "{key: why,", "{key: hook,", "twice"),
    Defect("a step key", HANDS, "{key: why,", "{key: Why?,", "small letters"),
    Defect("practice without items", HANDS, ", items: [p-hands-1, p-hands-2]", "", "items"),
    Defect("an unknown item", HANDS, "[p-hands-3]", "[p-hands-9]", "p-hands-9"),
    Defect("a final item in a step", HANDS, "[p-hands-3]", "[p-hands-3, f-hands-1]", "f-hands-1"),
    Defect(
        "an item of no step",
        HANDS,
        "[p-hands-1, p-hands-2]",
        "[p-hands-1]",
        "no step",
        at="key: p-hands-2",
        seen_in=PRACTICE,
    ),
    Defect("a wrong correct key", PRACTICE, "correct: [b]", "correct: [d]", "d"),
    Defect("two right for a single", PRACTICE, "correct: [b]", "correct: [a, b]", "exactly one"),
    Defect("none right", PRACTICE, "correct: [b]", "correct: []", "exactly one"),
    Defect("a choice twice", PRACTICE, "    - key: c", "    - key: b", "twice"),
    Defect(
        "no rationale",
        PRACTICE,
        "      rationale: {es: Esperar deja crecer bacterias, en: Waiting lets bacteria grow}\n",
        "",
        "rationale",
        at="    - key: a",
    ),
    Defect("one language of a rationale", PRACTICE, ", en: Waiting lets bacteria grow", "", "en"),
    Defect("two hints", PRACTICE, "    - {es: No esperes, en: Do not wait}\n", "", "3", at="  hints:"),
    Defect(
        "no explanation",
        PRACTICE,
        "  explanation: {es: Actuar pronto evita enfermar, en: Acting soon keeps people well}\n",
        "",
        "explanation",
        at="- key: p-hands-1",
    ),
    Defect(
        "hints in a final item",
        FINAL,
        "  correct: [b]\n",
        "  correct: [b]\n  hints: []\n",
        "practice",
        at="  hints:",
    ),
    Defect("an item level", PRACTICE, "level: apply", "level: know", "remember"),
    Defect("an item kind", PRACTICE, "kind: single", "kind: essay", "single"),
    Defect("no seconds", PRACTICE, "seconds: 45", "seconds: 0", "at least"),
    Defect("a key in two pools", FINAL, "- key: f-hands-1", "- key: p-hands-1", "practice"),
    Defect("an item twice", PRACTICE, "- key: p-hands-2", "- key: p-hands-1", "twice"),
    Defect(
        "a stem in two pools",
        FINAL,
        "Case f-hands-2 about hands",
        "Case p-hands-1 about hands",
        "p-hands-1",
        at="      Case p-hands-1 about",
    ),
    Defect(
        "two equal choices",
        PRACTICE,
        "en: I wait a little",
        "en: I act at once",
        "same text",
        at="Actúo ahora",
    ),
    Defect("text in a number", PRACTICE, "kind: single", "kind: number", "choices", at="  choices:"),
    Defect("a skipped heading", WHY, "## What to do", "# A\n\n### What to do", "heading", at="### What"),
    Defect("raw HTML", WHY, "1. Open the tap.", "1. Open <b>the</b> tap.", "HTML"),
    Defect("broken TeX", WHY, "\\frac{1}{2}", "\\frca{1}{2}", "frca"),
    Defect("unclosed TeX", WHY, "\\frac{1}{2}", "\\frac{1}{2", "TeX"),
    Defect("a missing picture", "modules/clean-hands/why.es.md", "grain.png", "sand.png", "sand.png"),
    Defect("a picture outside", "modules/clean-hands/why.es.md", "grain.png", "../../course.yaml", "folder"),
    Defect(
        "a picture from the web",
        "modules/clean-hands/why.es.md",
        "grain.png",
        "https://example.org/a.png",
        "web",
    ),
    Defect(
        "no alternative text", "modules/clean-hands/why.es.md", "Un grano de arroz", "", "alternative text"
    ),
    Defect(
        "a link that says nothing",
        WHY,
        "1. Open the tap.",
        "1. Open the tap [here](https://example.org/).",
        "here",
    ),
    Defect("a script link", WHY, "1. Open the tap.", "1. Open [the tap](javascript:alert).", "link"),
    Defect("an empty table head", WHY, "| Moment | Why |", "| Moment | |", "head"),
    FileDefect("no course.yaml", "course.yaml", None, "course.yaml", "course.yaml"),
    FileDefect("an empty course.yaml", "course.yaml", b"", "empty", "course.yaml"),
    FileDefect("a list for a course", "course.yaml", b"- a\n", "key: value", "course.yaml"),
    FileDefect("not UTF-8", "course.yaml", "key: ma\xf1ana".encode("latin-1"), "UTF-8", "course.yaml"),
    FileDefect("no module.yaml", HANDS, None, "module.yaml", "course.yaml", "modules: ["),
    FileDefect("no body", WHY, None, "why.en.md", HANDS, "{key: why,"),
    FileDefect("an empty body", WHY, b"\n", "empty", WHY),
    FileDefect(
        "a body of no step",
        "modules/clean-hands/whi.en.md",
        b"Words.\n",
        "whi",
        "modules/clean-hands/whi.en.md",
    ),
    FileDefect(
        "a body in one language only",
        "modules/clean-hands/exit.en.md",
        b"Words.\n",
        "exit.es.md",
        HANDS,
        "{key: exit,",
    ),
    FileDefect(
        "an unused picture", "modules/clean-hands/b.png", b"x", "no step", "modules/clean-hands/b.png"
    ),
    FileDefect(
        "not a picture",
        "modules/clean-hands/grain.png",
        b"GIF",
        "PNG",
        "modules/clean-hands/why.es.md",
        "grain.png",
    ),
    FileDefect(
        "items of no outcome",
        "items/practice/wash-feet.yaml",
        b"[]\n",
        "wash-feet",
        "items/practice/wash-feet.yaml",
    ),
    FileDefect(
        "a fourth pool", "items/spare/wash-hands.yaml", b"[]\n", "practice", "items/spare/wash-hands.yaml"
    ),
    FileDefect(
        "a stray file", "modules/clean-hands/notes.txt", b"x", "notes.txt", "modules/clean-hands/notes.txt"
    ),
    FileDefect(
        "a pool without an outcome", FINAL, None, "wash-hands", "course.yaml", "{outcome: wash-hands, count"
    ),
)

FILES = ("course.yaml", HANDS, PRACTICE, FINAL, "items/delayed/keep-cold.yaml")
_LANGUAGES = re.compile(r"\{es: [^{}]*, (en: [^{}]*)\}")
_KEY = re.compile(r"^( *(?:- )?)([a-z_]+):", re.MULTILINE)
_INLINE_KEY = re.compile(r"[{,] ?((?:key|kind|minutes|title|outcome|count|url|date)):")


def generated(folder: Path) -> Iterator[Defect]:
    """Every place of the clean course in `folder` where a language, or the spelling of a key, can be broken."""
    for file in FILES:
        text = (folder / file).read_text("utf-8")
        yield from _dropped_languages(file, text)
        yield from _misspelt_keys(file, text)


def _dropped_languages(file: str, text: str) -> Iterator[Defect]:
    for num, match in enumerate(_LANGUAGES.finditer(text)):
        yield _cut(f"no English {num} in {file}", file, text, (match.start(1) - 2, match.end(1)), "", "en")


def _misspelt_keys(file: str, text: str) -> Iterator[Defect]:
    spans = [match.span(2) for match in _KEY.finditer(text)] + [
        match.span(1) for match in _INLINE_KEY.finditer(text)
    ]
    for start, end in spans:
        key = text[start:end]
        if len(key) > 2:  # es and en are languages
            yield _cut(f"{key}x at {start} in {file}", file, text, (start, end), key + "x", f"{key}x")


def _cut(name: str, file: str, text: str, span: tuple[int, int], new: str, says: str) -> Defect:
    """A defect that replaces exactly this span: the whole text is `old`, so that no twin elsewhere is touched."""
    broken = text[: span[0]] + new + text[span[1] :]
    return Defect(name, file, text, broken, says, line=text[: span[0]].count("\n") + 1)
