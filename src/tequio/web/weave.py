"""Ornament: a woven band of stepped diamonds, worked out from a word, so that each course has a cloth of its own."""

from __future__ import annotations

import hashlib
from itertools import pairwise

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

TILE = 12  # threads across and down one diamond
BAND = 20  # diamonds in a band: 480 px at 24 px high; the rest is cut off


def band(word: str) -> SafeString:
    """The band of `word` as inline SVG; decoration only, so hidden from screen readers."""
    return format_html(
        '<svg class="weave" viewBox="0 0 {} {}" preserveAspectRatio="xMinYMid slice" aria-hidden="true">'
        '<path d="{}"/></svg>',
        TILE * BAND,
        TILE,
        mark_safe(threads(word, BAND)),  # noqa: S308 - digits and path letters only
    )


def tile_file(word: str, repeat: int) -> str:
    """A stand-alone SVG of one repeat, for the style sheet."""
    width = TILE * repeat
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {TILE}" width="{width}" height="{TILE}">'
        f'<path stroke="#000" d="{threads(word, repeat)}"/></svg>\n'
    )


def threads(word: str, repeat: int) -> str:
    """Path data: one stroke per run of coloured threads, in relative moves, so that repeats compress to nothing."""
    runs = runs_of(word)
    first_x, first_y, _ = runs[0]
    steps = [f"M{first_x} {first_y}.5h{runs[0][2]}"]
    for number in range(repeat):
        steps += [_move(before, after) for before, after in pairwise(runs)]
        if number < repeat - 1:
            x, y, length = runs[0]
            steps.append(_move(runs[-1], (x + TILE, y, length)))
    return "".join(steps)


def _move(before: tuple[int, int, int], after: tuple[int, int, int]) -> str:
    return f"m{after[0] - before[0] - before[2]} {after[1] - before[1]}h{after[2]}"


def runs_of(word: str) -> list[tuple[int, int, int]]:
    """(x, y, length) of every horizontal run of coloured threads in one tile."""
    grid = grid_of(word)
    runs = []
    for y, row in enumerate(grid):
        x = 0
        while x < TILE:
            length = next((n for n in range(TILE - x) if not row[x + n]), TILE - x)
            if length:
                runs.append((x, y, length))
            x += length + 1
    return runs


def grid_of(word: str) -> list[list[bool]]:
    """Concentric stepped diamonds; the word decides how steep they are and which rings are coloured."""
    seed = hashlib.sha256(word.encode()).digest()
    steep = 1 + seed[0] % 2
    rings = [True, *(bool(seed[1 + n // 2] & 1) for n in range(3 * TILE))]
    return [[rings[_ring(x, y, steep)] for x in range(TILE)] for y in range(TILE)]


def _ring(x: int, y: int, steep: int) -> int:
    across = min(abs(2 * x - TILE + 1), TILE) // 2
    down = abs(2 * y - TILE + 1) // 2
    return across * steep + down
