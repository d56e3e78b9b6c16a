"""`tequio verify DIR|FILES…`: a row for each certificate, one exit code for all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tequio.credentials.advice import VERDICTS
from tequio.credentials.fetching.refusals import FetchRefused
from tequio.credentials.many.intake import MOST_FILES, Handed, cells, is_zip
from tequio.credentials.many.rows import COLUMNS, check_many, to_csv, worst
from tequio.site.cli.options import print_json
from tequio.site.cli.verifying_links import is_link
from tequio_standards.badges.extract import MOST_CONTAINER_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tequio.credentials.many.rows import Row
    from tequio_standards.badges import Report

LISTS = (".csv", ".tsv")


def are_many(names: Sequence[str]) -> bool:
    """Whether more than one certificate is meant: several names, a folder, an archive, a list of links."""
    if len(names) != 1 or names[0] == "-" or is_link(names[0]):
        return len(names) > 1
    file = Path(names[0])
    return file.is_dir() or file.suffix.lower() in LISTS or (file.is_file() and _is_archive(file))


def verify_many(
    names: Sequence[str],
    check: Callable[[bytes], Report],
    open_link: Callable[[str], bytes],
    *,
    style: str,
) -> int:
    """Print a row for each and answer with the worst exit code."""
    rows = list(check_many(_handed(names, open_link), check))
    if style == "csv":
        sys.stdout.write(to_csv(_cells(row) for row in rows))
    elif style == "json":
        print_json({"format": 1, "exit_code": worst(rows), "files": [_json(row) for row in rows]})
    else:
        sys.stdout.writelines(f"{VERDICTS[row.verdict].says}  {row.file}\n" for row in rows)
    return worst(rows)


def _handed(names: Sequence[str], open_link: Callable[[str], bytes]) -> Iterator[Handed]:
    for name in _spread(names):
        if is_link(name):
            yield _opened(name, open_link)
        elif Path(name).suffix.lower() in LISTS:
            yield from (_opened(cell, open_link) for cell in cells(Path(name).read_bytes()[: 10**6]))
        else:
            yield _read(Path(name))


def _spread(names: Sequence[str]) -> Iterator[str]:
    for name in names:
        folder = Path(name)
        if is_link(name) or not folder.is_dir():
            yield name
        else:
            found = sorted(file for file in folder.rglob("*") if file.is_file() and file.name[0] != ".")
            yield from map(str, found[: MOST_FILES + 1])


def _read(file: Path) -> Handed:
    try:
        with file.open("rb") as opened:
            most = 20_000_001 if _is_archive(file) else MOST_CONTAINER_BYTES + 1
            return Handed(str(file), opened.read(most))
    except OSError:
        return Handed(str(file), refused="malformed")


def _opened(link: str, open_link: Callable[[str], bytes]) -> Handed:
    try:
        return Handed(link, open_link(link))
    except (ValueError, FetchRefused):
        return Handed(link, refused="not_opened")


def _is_archive(file: Path) -> bool:
    with file.open("rb") as opened:
        return is_zip(opened.read(4))


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(str(getattr(row, name)) for name in COLUMNS)


def _json(row: Row) -> dict[str, Any]:  # JSON values
    message = row.check.message if row.check else ""
    return {name: getattr(row, name) for name in COLUMNS} | {"message": message}
