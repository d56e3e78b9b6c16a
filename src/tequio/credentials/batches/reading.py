"""A file of results, read line by line: strict, in constant memory, each problem with its line."""

from __future__ import annotations

import codecs
import csv
import hashlib
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.credentials.batches.cells import COLUMNS, REQUIRED, Misread, read_row
from tequio.credentials.batches.values import Problem, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path
    from typing import BinaryIO

MOST_ROWS = 1_000_000
MOST_PROBLEMS = 50
MOST_KINDS = 40
SHOWN = 10
_SAMPLE = 65_536
_LONGEST_LINE = 100_000


def read_sheet(path: Path, *, languages: Sequence[str], today: date) -> Sheet:
    """Everything about a file but its rows; they are read again when they are signed."""
    count, first = 0, list[Row]()
    kinds: dict[tuple[str, str], None] = {}
    problems: list[Problem] = []
    for one in rows_of(path, languages=languages, today=today):
        if isinstance(one, Problem):
            problems.append(one)
            if len(problems) > MOST_PROBLEMS:
                break
            continue
        count += 1
        kinds[one.language, one.of] = None
        if count <= SHOWN:
            first.append(one)
        if len(kinds) > MOST_KINDS:
            told = _("The column “of” has more than %(most)s different values. Is it the right column?")
            problems.append(Problem(1, told % {"most": MOST_KINDS}))
            break
    if not count and not problems:
        problems.append(Problem(2, _("The file has no rows.")))
    return Sheet(
        digest=digest_of(path),
        rows=count,
        kinds=tuple(kinds),
        first=tuple(first),
        problems=tuple(problems[:MOST_PROBLEMS]),
        more_problems=len(problems) > MOST_PROBLEMS,
    )


def rows_of(path: Path, *, languages: Sequence[str], today: date) -> Iterator[Row | Problem]:
    """Every row in order, or what is wrong with it; a file that cannot be read on ends with its problem."""
    with path.open("rb") as raw:
        yield from _read(raw, languages, today)


def digest_of(path: Path) -> str:
    """The SHA-256 of the file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(raw: BinaryIO, languages: Sequence[str], today: date) -> Iterator[Row | Problem]:
    sample = raw.read(_SAMPLE)
    raw.seek(0)
    header = sample.split(b"\n", 1)[0]
    mark = max((b",", b";", b"\t"), key=header.count).decode()
    lines = csv.reader(_texts(raw), delimiter=mark, strict=True)
    try:
        yield from _rows(lines, languages, today)
    except UnicodeDecodeError:
        told = _("The file is not UTF-8 text. Save it as “CSV UTF-8”.")
        yield Problem(lines.line_num + 1, told)
    except csv.Error:
        told = _("The quotation marks or separators do not fit here. Export the file again.")
        yield Problem(lines.line_num, told)


def _texts(raw: BinaryIO) -> Iterator[str]:
    """Line by line, so that the one that is no text is known; a line without end comes in parts."""
    yield raw.readline(_LONGEST_LINE).removeprefix(codecs.BOM_UTF8).decode()
    while line := raw.readline(_LONGEST_LINE):
        yield line.decode()


def _rows(lines: Iterator[list[str]], languages: Sequence[str], today: date) -> Iterator[Row | Problem]:
    header = [name.strip().lower() for name in next(lines, [])]
    wrong = _header_problem(header)
    if wrong:
        yield Problem(1, wrong)
        return
    places = {name: header.index(name) for name in COLUMNS if name in header}
    count = 0
    for cells in lines:
        if not any(cells):
            continue
        count += 1
        at: int = lines.line_num  # type: ignore[attr-defined]  # of csv.reader, which typing calls an iterator
        if count > MOST_ROWS:
            yield Problem(
                at, _("The file has more than %(most)s rows. Split it.") % {"most": f"{MOST_ROWS:,}"}
            )
            return
        if len(cells) != len(header):
            told = _("This line has %(n)s cells; the first line names %(of)s.")
            yield Problem(at, told % {"n": len(cells), "of": len(header)})
            continue
        try:
            yield read_row({name: cells[place] for name, place in places.items()}, languages, today)
        except Misread as misread:
            yield Problem(at, misread.sentence)


def _header_problem(header: list[str]) -> str:
    names = {"names": ", ".join(COLUMNS)}
    for name in header:
        if name not in COLUMNS:
            return _("The column “%(name)s” is not known. There may be: %(names)s.") % {
                "name": name[:40],
                **names,
            }
        if header.count(name) > 1:
            return _("The column “%(name)s” stands twice.") % {"name": name}
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        return _("The column “%(name)s” is missing in the first line. There may be: %(names)s.") % {
            "name": missing[0],
            **names,
        }
    return ""
