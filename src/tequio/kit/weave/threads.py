"""From a grid of threads to path data that repeats itself, so that it compresses to nearly nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# A tile is rows of letters. a, b, c and d are dyes; o is undyed cotton; a full stop lets through what lies below.
Tile = tuple[str, ...]
DYES = "oabcd"


@dataclass(frozen=True, slots=True)
class Thread:
    """Everything of one dye: strokes one unit wide."""

    dye: str
    path: str


@dataclass(frozen=True, slots=True)
class Cloth:
    """A piece: its size in threads, and its threads in the order in which they are laid."""

    width: int
    height: int
    threads: tuple[Thread, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A ground of one dye from selvage to selvage, with a tile repeated on it."""

    ground: str
    tile: Tile

    def flipped(self) -> Strip:
        return Strip(self.ground, self.tile[::-1])


def weave(strips: Sequence[Strip], width: int) -> Cloth:
    """The strips one below the other: first all grounds, then all figures."""
    tops = [sum(len(strip.tile) for strip in strips[:number]) for number in range(len(strips))]
    placed = list(zip(tops, strips, strict=True))
    grounds = ((dye, _ground(dye, placed, width)) for dye in DYES)
    figures = ((dye, _figures(dye, placed, width)) for dye in DYES)
    threads = tuple(Thread(dye, path) for dye, path in (*grounds, *figures) if path)
    return Cloth(width, sum(len(strip.tile) for strip in strips), threads)


def svg(cloth: Cloth, colours: Mapping[str, str]) -> str:
    """A stand-alone drawing, for paper and for files; pages colour theirs by class."""
    paths = "".join(f'<path stroke="{colours[one.dye]}" d="{one.path}"/>' for one in cloth.threads)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {cloth.width} {cloth.height}"'
        f' width="{cloth.width}" height="{cloth.height}" fill="none">{paths}</svg>\n'
    )


def _ground(dye: str, placed: Iterable[tuple[int, Strip]], width: int) -> str:
    rows = (top + y for top, strip in placed if strip.ground == dye for y in range(len(strip.tile)))
    return _path((0, y, width) for y in rows)


def _figures(dye: str, placed: Iterable[tuple[int, Strip]], width: int) -> str:
    return _path(run for top, strip in placed for run in _repeated(dye, strip.tile, top, width))


def _repeated(dye: str, tile: Tile, top: int, width: int) -> Iterator[tuple[int, int, int]]:
    """Tile after tile, not row after row: the same words again and again."""
    once = list(runs_of(dye, tile))
    for left in range(0, width, len(tile[0])):
        yield from ((left + x, top + y, length) for x, y, length in once)


def runs_of(dye: str, tile: Tile) -> Iterator[tuple[int, int, int]]:
    """(x, y, length) of every horizontal run of `dye`."""
    for y, row in enumerate(tile):
        x = 0
        while x < len(row):
            length = len(row[x:]) - len(row[x:].lstrip(dye))
            if length:
                yield x, y, length
            x += length + 1


def _path(runs: Iterable[tuple[int, int, int]]) -> str:
    steps: list[str] = []
    end = (0, 0)
    for x, y, length in runs:
        steps.append(f"m{x - end[0]} {y - end[1]}h{length}" if steps else f"M{x} {y}.5h{length}")
        end = (x + length, y)
    return "".join(steps)
