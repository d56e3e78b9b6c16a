"""The nearest way up: which dimensions are short of the next level, and the fewest deeds that mend it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.credentials.rules import LEVELS, ROWS, reached, shown_value
from tequio.credentials.values import Dimension, Level

if TYPE_CHECKING:
    from collections.abc import Collection

    from tequio.credentials.values import AssuranceVector

# One act shows all the facts of a set; it is named after the first.
TOGETHER = (
    ("item_statistics", frozenset({"item_statistics", "reliability", "exposure_limits"})),
    ("key_custody", frozenset({"key_custody", "log_inclusion"})),
)
_DEED_OF = {fact: deed for deed, facts in TOGETHER for fact in facts}


@dataclass(frozen=True, slots=True)
class Short:
    """A dimension below what the next level asks of it."""

    dimension: Dimension
    has: int
    needs: int


@dataclass(frozen=True, slots=True)
class WayUp:
    """The next level, what is short of it, and the deeds that reach it: all of them, and none without need."""

    level: Level
    short: tuple[Short, ...]
    deeds: tuple[str, ...]


def way_up(vector: AssuranceVector, shown: frozenset[str]) -> WayUp | None:
    """From a frozen vector and the facts it rests on to the level above; None at the highest."""
    above = [level for level in LEVELS if level > vector.level]
    if not above:
        return None
    level = min(above)
    thresholds, also = LEVELS[level]
    short = tuple(
        Short(dimension, vector.values[dimension], least)
        for dimension, least in thresholds.items()
        if vector.values[dimension] < least
    )
    wanted = set(deeds_for(also - shown))
    for one in short:
        wanted |= _nearest(one, shown)
    return WayUp(level, short, _needed(level, wanted, shown))


def facts_of(deed: str) -> frozenset[str]:
    """The facts that a deed shows."""
    return dict(TOGETHER).get(deed, frozenset({deed}))


def deeds_for(facts: Collection[str]) -> frozenset[str]:
    """The deeds that show these facts."""
    return frozenset(_DEED_OF.get(fact, fact) for fact in facts)


def _nearest(short: Short, shown: frozenset[str]) -> frozenset[str]:
    rows = (value for value in range(short.needs, _highest(short.dimension) + 1))
    ways = [
        (len(deeds), value, deeds) for value in rows for deeds in [_missing(short.dimension, value, shown)]
    ]
    return min(ways, key=lambda way: way[:2])[2]


def _missing(dimension: Dimension, value: int, shown: frozenset[str]) -> frozenset[str]:
    row = next(row for row in ROWS if row.dimension is dimension and row.value == value)
    below = _missing(dimension, value - 1, shown) if row.cumulative else frozenset()
    return deeds_for(row.needs - shown) | below


def _highest(dimension: Dimension) -> int:
    return max(row.value for row in ROWS if row.dimension is dimension)


def _needed(level: Level, wanted: set[str], shown: frozenset[str]) -> tuple[str, ...]:
    # What one dimension asks for may serve another: a deed that is not needed beside the others is left out.
    for deed in sorted(wanted):
        if _reaches(level, wanted - {deed}, shown):
            wanted = wanted - {deed}
    return tuple(sorted(wanted, key=_place))


def _reaches(level: Level, deeds: set[str], shown: frozenset[str]) -> bool:
    then = shown.union(*(facts_of(deed) for deed in deeds))
    return reached({dimension: shown_value(dimension, then) for dimension in Dimension}, then) >= level


def _place(deed: str) -> int:
    # As the table speaks of them, from identity to trust; what a level needs besides comes last.
    return next((num for num, row in enumerate(_IN_ORDER) if deed in row.needs), len(_IN_ORDER))


_IN_ORDER = sorted(ROWS, key=lambda row: (tuple(Dimension).index(row.dimension), row.value))
