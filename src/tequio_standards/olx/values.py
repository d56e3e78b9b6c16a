"""What an Open edX course export holds, in the order a learner meets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Page:
    """An `html` component: foreign HTML, not yet cleaned."""

    key: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer as written; `html` is inner markup, `feedback` its choice hint."""

    html: str
    correct: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class Question:
    """One response of a problem that can be scored by us: single or multiple choice."""

    kind: Literal["single", "multiple"]
    prompt: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem whose every response is a choice; `solution` and `hints` are markup."""

    key: str
    title: str
    questions: tuple[Question, ...]
    solution: str
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Video:
    """A video: where it plays, and the transcripts that the export carries (language to subtitle text)."""

    key: str
    title: str
    sources: tuple[str, ...]
    transcripts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Other:
    """Anything else, with its tag, the text that can still be read, and why it is not native."""

    key: str
    title: str
    tag: str
    text: str
    reason: str


Component = Page | Problem | Video | Other


@dataclass(frozen=True, slots=True)
class Unit:
    """A vertical: components on one screen."""

    key: str
    title: str
    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A sequential: units in order."""

    key: str
    title: str
    graded: bool
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: sections in order."""

    key: str
    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader of a report must know: where, and what became of it."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Course:
    """A whole export. `extra_pages` are static tabs and handouts; `static` are files by their name."""

    key: str
    title: str
    language: str
    chapters: tuple[Chapter, ...]
    extra_pages: tuple[Page, ...]
    static: Mapping[str, bytes]
    remarks: tuple[Remark, ...]
