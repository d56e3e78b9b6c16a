"""One row for each certificate: its name, the verdict, why, and what was signed. Words are found later."""

from __future__ import annotations

import csv
import io
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tequio.credentials.advice import verdict_code
from tequio.credentials.many.intake import Handed, take_apart
from tequio_standards.badges import Outcome, Report
from tequio_standards.badges.report import EXIT_CODES
from tequio_standards.vc import issuer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tequio_standards.badges import Check

WORST_FIRST: Final = (1, 2, 3, 0)  # exit codes: forged, unreadable, unknown, good
COLUMNS: Final = ("file", "verdict", "exit_code", "reason", "level", "learner", "title", "issuer")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Row:
    """`reason` is the code of the check that decided; the names are of what was signed, else empty."""

    file: str
    verdict: str
    exit_code: int
    reason: str
    level: str = ""
    learner: str = ""
    title: str = ""
    issuer: str = ""
    check: Check | None = None


def check_many(
    files: Iterable[Handed], check: Callable[[bytes], Report], *, seconds: float | None = None
) -> Iterator[Row]:
    """A row for each; after `seconds` the rest is told to be left out."""
    ends = None if seconds is None else time.monotonic() + seconds
    for handed in take_apart(files):
        if ends is not None and time.monotonic() > ends:
            yield _refused(handed.name, "left_out")
        elif handed.refused:
            yield _refused(handed.name, handed.refused)
        else:
            yield _checked(handed, check)


def worst(rows: Iterable[Row]) -> int:
    """One exit code for all: the first of 1, 2, 3 and 0 that any of them has; 2 when there is nothing."""
    codes = {row.exit_code for row in rows}
    return next((code for code in WORST_FIRST if code in codes), EXIT_CODES[Outcome.UNREADABLE])


def to_csv(rows: Iterable[tuple[str, ...]], columns: tuple[str, ...] = COLUMNS) -> str:
    """A table that spreadsheets open; what they would take for a formula is text."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue()


def _checked(handed: Handed, check: Callable[[bytes], Report]) -> Row:
    try:
        report = check(handed.data)
    except Exception:  # whatever one file breaks, the others are checked
        return _refused(handed.name, "malformed")
    document = report.document or {}
    subject, assurance = document.get("credentialSubject"), document.get("assurance")
    issuer = document.get("issuer")
    return Row(
        file=handed.name,
        verdict=verdict_code(report),
        exit_code=report.exit_code,
        reason=report.deciding.code,
        level=_text(assurance, "level"),
        learner=_text(subject, "name"),
        title=_text(document, "name"),
        issuer=_text(issuer, "name") or issuer_of(document),
        check=report.deciding,
    )


def _refused(name: str, reason: str) -> Row:
    return Row(name, "unreadable", EXIT_CODES[Outcome.UNREADABLE], reason)


# Any: a credential is JSON that others extend.
def _text(node: Any, name: str) -> str:
    value = node.get(name) if isinstance(node, dict) else None
    return value if isinstance(value, str) else ""


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
