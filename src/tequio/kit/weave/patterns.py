"""What is woven: stepped diamonds, step-fret (greca), zigzag, steps and stripes, each as one tile."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tequio.kit.weave.threads import Tile

GRECA = (
    "########....",
    "#......#...#",
    "#.####.#..##",
    "#.#..#.#.###",
    "#.#.##.#####",
    "#.#.........",
    "#.##########",
)


def diamonds(size: int, rings: Sequence[str], block: int = 1) -> Tile:
    """Diamonds within diamonds on a square of `size`; ring `n`, counted from the middle, has dye `rings[n]`."""

    def dye(x: int, y: int) -> str:
        ring = _from_middle(x, size) // block + _from_middle(y, size) // block
        return rings[ring % len(rings)]

    return _tile(size, size, dye)


def greca(dye: str) -> Tile:
    """The step-fret of Mitla: a stair that ends in a hook."""
    return tuple(row.replace("#", dye) for row in GRECA)


def zigzag(height: int, dyes: Sequence[str]) -> Tile:
    """Chevrons two threads thick, one dye after the other."""
    return _tile(12, height, lambda x, y: dyes[(y + abs(x - 6)) // 2 % len(dyes)])


def steps(height: int, dye: str) -> Tile:
    """Stepped pyramids, foot to foot."""
    return _tile(12, height, lambda x, y: dye if _from_middle(x, 12) <= y else ".")


def stripe() -> Tile:
    """One row of nothing but its ground."""
    return (".",)


def beads(dye: str) -> Tile:
    """A dotted line one thread high."""
    return (dye + dye + "..",)


def fringe(dye: str) -> Tile:
    """What hangs from the selvage: the ends of the warp."""
    return (dye + ".",) * 3


def _tile(width: int, height: int, dye: Callable[[int, int], str]) -> Tile:
    return tuple("".join(dye(x, y) for x in range(width)) for y in range(height))


def _from_middle(x: int, size: int) -> int:
    return abs(2 * x - size + 1) // 2
