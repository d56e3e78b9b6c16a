"""Taking files apart: an archive stands for its members, everything else for itself. Limits first, then bytes."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tequio_standards.strict import ArchiveLimits, StrictError, read_zip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_FILES: Final = 500
MOST_BYTES: Final = 20_000_000
_MOST_CELL: Final = 2_000
_LIMITS: Final = ArchiveLimits(
    packed_bytes=MOST_BYTES, members=MOST_FILES, member_bytes=MOST_BYTES, total_bytes=MOST_BYTES
)


@dataclass(frozen=True, slots=True)
class Handed:
    """One thing to check by its name; `refused` says why it has no bytes."""

    name: str
    data: bytes = b""
    refused: str = ""


def take_apart(files: Iterable[Handed]) -> Iterator[Handed]:
    """Every certificate in the files, at most `MOST_FILES` of them and `MOST_BYTES` together."""
    size = count = 0
    for handed in _members(files):
        count, size = count + 1, size + len(handed.data)
        if count > MOST_FILES:
            yield Handed(handed.name, refused="too_many")
            return
        yield Handed(handed.name, refused="too_large") if size > MOST_BYTES else handed


def is_zip(data: bytes) -> bool:
    """Whether it is an archive of the kind that is taken apart."""
    return data[:4] == b"PK\x03\x04"


def cells(data: bytes) -> tuple[str, ...]:
    """The codes or links of a list: the first cell of each line that is not empty."""
    text = data.decode("utf-8-sig", "replace")
    between = next((sign for sign in "\t;" if sign in text[:_MOST_CELL]), ",")
    try:
        read = csv.reader(io.StringIO(text), delimiter=between)
        rows = [row[0].strip()[:_MOST_CELL] for row in read if row]
    except csv.Error:
        return ()
    return tuple(cell for cell in rows if cell)


def _members(files: Iterable[Handed]) -> Iterator[Handed]:
    for handed in files:
        if is_zip(handed.data):
            yield from _unzipped(handed)
        else:
            yield handed


def _unzipped(archive: Handed) -> Iterator[Handed]:
    try:
        for member in read_zip(archive.data, limits=_LIMITS):
            if not _is_clutter(member.path):
                yield Handed(f"{archive.name}/{member.path}", member.data)
    except StrictError as refused:
        yield Handed(archive.name, refused=refused.code)


def _is_clutter(path: str) -> bool:
    """What systems leave in archives without being asked."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.split("/"))
