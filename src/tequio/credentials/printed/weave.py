"""A woven band drawn from a small grid: stepped diamonds, as on a loom, with one motif per certificate."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = 13  # odd, so that the band has a middle thread
HALF = 13  # columns of half a motif; the other half is its mirror
_MIDDLE = ROWS // 2

Grid = tuple[tuple[bool, ...], ...]


def motif(seed: bytes) -> Grid:
    """A stepped diamond of `ROWS` threads whose inner crossings are chosen by `seed`, mirrored both ways."""
    bits = int.from_bytes(hashlib.sha256(seed).digest(), "big")
    quarter = [[_woven(row, column, bits) for column in range(HALF)] for row in range(_MIDDLE + 1)]
    half = quarter + quarter[-2::-1]
    return tuple(tuple(line + line[-2::-1]) for line in half)


def _woven(row: int, column: int, bits: int) -> bool:
    depth = column // 2 - (_MIDDLE - row)  # how far inside the diamond's stepped edge this crossing lies
    if depth < 0:
        return column == 0 and row == 0
    if depth in (0, 2):
        return True
    return depth != 1 and bool(bits >> (row * HALF + column) & 1)


def band(seed: bytes, *, columns: int, colours: tuple[str, str]) -> str:
    """An SVG of `columns` × `ROWS` crossings: the motif repeated from the centre, in two colours."""
    threads = motif(seed)
    path = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in _runs(threads, columns))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {columns} {ROWS}">'
        f'<path fill="{colours[0]}" d="M0 0h{columns}v{ROWS}h-{columns}z"/>'
        f'<path fill="{colours[1]}" d="{path}"/></svg>'
    )


def _runs(threads: Grid, columns: int) -> Iterator[tuple[int, int, int]]:
    period = len(threads[0]) - 1  # neighbouring motifs share their edge column
    offset = (columns // 2 - period // 2) % period
    for y, line in enumerate(threads):
        start: int | None = None
        for x in range(columns + 1):
            woven = x < columns and line[(x - offset) % period]
            if woven and start is None:
                start = x
            if not woven and start is not None:
                yield start, y, x - start
                start = None
