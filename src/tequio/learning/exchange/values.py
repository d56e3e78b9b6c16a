"""What an import says of itself: every step and item accounted for, and all else that was left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a piece: ours to edit and score; shown in place; gone; or a remark about it."""

    NATIVE = "native"
    FALLBACK = "fallback"
    LOST = "lost"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Row:
    """One piece of the import. `kind` is "step", "item" or "file"; `where` its place in the archive."""

    kind: str
    where: str
    title: str
    fate: Fate
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pieces of one kind had which fate."""

    native: int
    fallback: int
    lost: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of an import. `course_key` is set once it is published (not in a dry run)."""

    format: str
    title: str
    rows: tuple[Row, ...]
    course_key: str | None = None

    @property
    def steps(self) -> Counts:
        return _count(self.rows, "step")

    @property
    def items(self) -> Counts:
        return _count(self.rows, "item")


def _count(rows: tuple[Row, ...], kind: str) -> Counts:
    fates = [row.fate for row in rows if row.kind == kind]
    return Counts(fates.count(Fate.NATIVE), fates.count(Fate.FALLBACK), fates.count(Fate.LOST))
