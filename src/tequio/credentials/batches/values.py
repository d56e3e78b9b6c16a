"""What the door of batches speaks: the course as described, the file as read, the batch as issued. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, NewType
from uuid import UUID

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.kit.words import Words

BatchId = NewType("BatchId", UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The course elsewhere, as the officer describes it; the first of its languages is taken where a row names none."""

    title: Words
    summary: Words
    outcomes: tuple[Words, ...]
    hours: str  # ISO 8601, such as PT20H
    languages: tuple[str, ...]
    platform: str


class Row(NamedTuple):
    """One person's result. A tuple, since there may be a million: `of` is empty where there is no score."""

    name: str
    finished: str  # ISO 8601 moment in UTC
    score: str
    of: str
    language: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in which line of the file, in words."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file as read once from its beginning to its end. With problems, nothing of it can be issued."""

    digest: str  # SHA-256 of its bytes
    rows: int
    kinds: tuple[tuple[str, str], ...]  # (language, highest score) of its rows: one template each
    first: tuple[Row, ...]
    problems: tuple[Problem, ...]
    more_problems: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchInfo:
    """A batch that was issued."""

    id: BatchId
    title: Words
    source: str
    digest: str
    rows: int
    revoked: int
    at: datetime
    by_name: str


class Member(NamedTuple):
    """One credential of a batch."""

    code: str
    learner_name: str
    finished: str
    score: str
    language: str
    revoked: bool
