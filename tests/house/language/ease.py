"""How easy learners' Spanish is to read: by catalogue, by page, by sentence; the course and help likewise."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from tequio_measure.readability import readability
from tests.house import catalogues
from tests.house.catalogues import SOURCES, Message, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Said = Sequence[tuple[Message, str]]

EASY = (
    65.0  # Szigriszt-Pazos, "rather easy" on the INFLESZ scale: what a catalogue, a body, a topic must reach
)
FLOOR = 60.0  # what the sentences of one page must reach together
LONG, LONG_FLOOR = (
    12,
    35.0,
)  # a single sentence of so many words must reach this; shorter ones read easily anyway
FEWEST = 25  # words; fewer tell nothing: one long name of a thing decides the score
SENTENCE = 4  # words; less is a label or a button
COURSE = SOURCES / "site" / "seeds" / "courses" / "digital-safety"
HELP = SOURCES / "web" / "learn" / "help"
EXCEPTIONS = Path(__file__).with_name("hard_to_read.txt")
# Who reads a message, by the file that says it. Walls: only what they refuse to a learner.
LEARNERS = (
    "web/learn/", "web/verify/", "web/templates/learn/", "web/templates/verify/", "web/templates/people/",
    "web/templates/parts/", "web/templates/errors/", "web/templates/base.html", "web/errors", "web/people_forms",
    "web/shell", "people/", "learning/runs/", "learning/enrolling", "assessment/errors", "assessment/feedback",
    "assessment/mastery", "credentials/",
)  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """One text by its name, and what it scored."""

    name: str
    score: float
    words: int
    hardest: tuple[str, ...]


def by_catalogue(said: Said | None = None) -> list[Measured]:
    """What learners read of each catalogue, as a whole."""
    texts: dict[str, list[str]] = defaultdict(list)
    for message, text in said or said_to_learners():
        texts[_catalogue_of(message)].append(text)
    return _measured({name: texts[name] for name in sorted(texts)})


def by_page(said: Said | None = None) -> list[Measured]:
    """The same by the file that says it: a template, a module of words."""
    texts: dict[str, list[str]] = defaultdict(list)
    for message, text in said or said_to_learners():
        texts[message.where.partition(":")[0]].append(text)
    return _measured({name: texts[name] for name in sorted(texts)})


@cache
def course() -> list[Measured]:
    """The demo course: each body, each bank of items, and its own words."""
    bodies = {_name(path): [path.read_text("utf-8")] for path in sorted(COURSE.glob("modules/*/*.es.md"))}
    items = {_name(path): list(_spanish(_load(path))) for path in sorted(COURSE.glob("items/*/*.yaml"))}
    plans = {
        _name(path): list(_spanish(_load(path)))
        for path in sorted(COURSE.rglob("*.yaml"))
        if "items" not in path.parts
    }
    return _measured({**bodies, **items, **plans})


@cache
def topics() -> list[Measured]:
    """Help, each topic by itself."""
    return _measured(
        {f"help/{path.name}": [path.read_text("utf-8")] for path in sorted(HELP.glob("*.es.md"))}
    )


def by_long_sentence(said: Said | None = None) -> list[Measured]:
    """Each sentence of LONG words or more, by the file that says it."""
    return [
        Measured(f"{message.where.partition(':')[0]}: {text}", found.score, found.words, found.hardest)
        for message, text in said or said_to_learners()
        for sentence in sentences(text)
        if (found := readability(sentence, "es")).words >= LONG
    ]


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text)


def too_hard(measured: Iterable[Measured], least: float) -> list[Measured]:
    """Those below `least` that hard_to_read.txt does not name."""
    excused = exceptions()
    return [one for one in measured if one.score < least and one.name not in excused]


def exceptions() -> Mapping[str, str]:
    """Names that may score less, each with its reason."""
    lines = EXCEPTIONS.read_text("utf-8").splitlines()
    pairs = (line.split(" | ", 1) for line in lines if line and not line.startswith("#"))
    return {name.strip(): reason.strip() for name, reason in pairs}


def _measured(texts: Mapping[str, list[str]]) -> list[Measured]:
    found = []
    for name, parts in texts.items():
        result = readability("\n\n".join(parts), "es")
        found.append(Measured(name, result.score, result.words, result.hardest))
    return [one for one in found if one.words >= FEWEST]


@cache
def said_to_learners() -> Said:
    """Each message once per file that says it, with its Spanish sentences."""
    spanish = {key_of(entry): entry for _, entry in catalogues.translated()}
    found: dict[tuple[str, str], tuple[Message, str]] = {}
    for message in catalogues.said_in_sources():
        entry = spanish.get(message.key)
        place = (message.where.partition(":")[0], message.msgid)
        if entry is None or place in found or not message.where.startswith(LEARNERS):
            continue
        text = _plain(entry.msgstr_plural[1] if entry.msgid_plural else entry.msgstr)
        if len(re.findall(r"[^\W\d_]+", text)) >= SENTENCE:
            found[place] = (message, text)
    return tuple(found.values())


def _plain(text: str) -> str:
    """What stands for names and numbers is no word."""
    return re.sub(r"%\(\w+\)\w|\{\w*\}", "1", text).replace("%%", "%")


def _catalogue_of(message: Message) -> str:
    first, second, *_ = message.where.split("/")
    if first != "web":
        return first
    return (
        f"web/{message.where.split('/')[2]}" if second == "templates" else f"web/{second.partition(':')[0]}"
    )


def _name(path: Path) -> str:
    return f"course/{path.relative_to(COURSE)}"


def _load(path: Path) -> object:
    return yaml.safe_load(path.read_text("utf-8"))


def _spanish(value: object) -> Iterator[str]:
    """Every Spanish sentence below a value read from YAML."""
    if isinstance(value, dict):
        if isinstance(value.get("es"), str):
            yield value["es"]
        for inner in value.values():
            yield from _spanish(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spanish(inner)
