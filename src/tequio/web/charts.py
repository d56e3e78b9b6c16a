"""Charts drawn here as SVG: bars of shares, dots with their intervals, steps of activity. Values in, markup out.

Lengths are shares of the width and there is no text inside, so that a chart fits any screen, stretches with it, and
turns round with the direction of reading (tequio.css, Chart). Labels and numbers stand beside it in HTML, and in the
table: parts/chart.html. Geometry is in attributes and colour in classes, since the content policy refuses styles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.utils.safestring import SafeString

TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
MIDDLE = 12  # half of the height of a row: 24 px
BAR = 14
CAP = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: a share of one with the interval in which the truth is expected; a row that hides has none.

    `key` is unique on the page; `title` names the row and `desc` says its numbers, for whoever does not see them.
    """

    key: str
    title: str
    desc: str
    share: float | None
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """One line of steps: a count per week, oldest first, on a scale that goes to `top`."""

    key: str
    title: str
    desc: str
    counts: Sequence[int]
    top: int


def bar(row: Row) -> SafeString:
    """A horizontal bar with the interval as a whisker; an empty, dashed track where the share is hidden."""
    if row.share is None:
        return _framed(row, _track())
    box = format_html(
        '<rect class="bar-of" y="{}" width="{}" height="{}"/>', MIDDLE - BAR / 2, _percent(row.share), BAR
    )
    return _framed(row, _grid(), box, _whisker(row))


def dot(row: Row, *, mark: float | None = None) -> SafeString:
    """An estimate as a dot on its interval; `mark` is a line to reach."""
    if row.share is None:
        return _framed(row, _track())
    goal = () if mark is None else (_line(mark, "goal"),)
    point = format_html('<circle class="dot" cx="{}" cy="{}" r="6"/>', _percent(row.share), MIDDLE)
    return _framed(row, _grid(), *goal, _whisker(row), point)


def steps(weeks: Weeks) -> SafeString:
    """Counts by week as one line of steps over their area; several with the same `top` can be compared."""
    height = 40
    level = [height - height * count / max(weeks.top, 1) for count in weeks.counts]
    line = f"M0 {_num(level[0])}H1" + "".join(f"V{_num(y)}H{x}" for x, y in enumerate(level[1:], 2))
    drawing = format_html(
        '<svg viewBox="0 0 {} {}" preserveAspectRatio="none"><path class="area" d="{}V{}H0Z"/>'
        '<path class="steps" d="{}" vector-effect="non-scaling-stroke"/></svg>',
        len(weeks.counts),
        height,
        line,
        height,
        line,
    )
    return _framed(weeks, drawing)


def _framed(what: Row | Weeks, *drawn: SafeString) -> SafeString:
    """The picture with its name and its numbers in words."""
    return format_html(
        '<svg class="plot" role="img" aria-labelledby="{0}-t {0}-d"><title id="{0}-t">{1}</title>'
        '<desc id="{0}-d">{2}</desc>{3}</svg>',
        what.key,
        what.title,
        what.desc,
        format_html_join("", "{}", ((one,) for one in drawn)),
    )


def _grid() -> SafeString:
    return _joined(_line(tick, "grid") for tick in TICKS)


def _track() -> SafeString:
    return format_html('<line class="track" x1="0" x2="100%" y1="{0}" y2="{0}"/>', MIDDLE)


def _line(share: float, name: str) -> SafeString:
    return format_html('<line class="{0}" x1="{1}" x2="{1}" y1="0" y2="100%"/>', name, _percent(share))


def _whisker(row: Row) -> SafeString:
    """From end to end of the interval, with caps."""
    low, high = _percent(row.low), _percent(row.high)
    lines = ((low, high, 0), (low, low, CAP), (high, high, CAP))
    return _joined(
        format_html(
            '<line class="whisker" x1="{}" x2="{}" y1="{}" y2="{}"/>', x1, x2, MIDDLE - cap, MIDDLE + cap
        )
        for x1, x2, cap in lines
    )


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((one,) for one in parts))


def _percent(share: float) -> str:
    return f"{_num(100 * min(max(share, 0.0), 1.0))}%"


def _num(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
