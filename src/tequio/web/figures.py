"""A chart with everything that stands beside it: what it says, its labels and numbers in words, and its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.web import charts
from tequio.web.saying import percent, short_day
from tequio_measure.intervals import wilson
from tequio_measure.small_cells import FLOOR

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many people; None where a number is hidden."""

    label: str
    count: int | None
    of: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A chance in percent with its interval; without evidence there is none. `words` say what it rests on."""

    label: str
    percent: int | None
    low: int = 0
    high: int = 100
    words: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the chart: its label, its picture, and the same in words."""

    label: str
    plot: SafeString
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What parts/chart.html shows. `ticks` stand below the rows; `legend` says how to read them."""

    key: str
    title: str
    lines: Sequence[Line]
    ticks: Sequence[str]
    legend: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    tall: bool = False


def shares(key: str, title: str, found: Sequence[Share]) -> Figure:
    """Shares of people as bars."""
    return Figure(
        key=key,
        title=title,
        lines=[_share_line(f"{key}-{num}", one) for num, one in enumerate(found)],
        ticks=_percents(),
        legend=_(
            "The thin line shows how sure this is: the longer it is, the less we know. Few people, long line."
        ),
        heads=(_("What"), _("People"), _("Of"), _("Share"), _("95 % interval")),
        rows=[_share_cells(one) for one in found],
    )


def estimates(key: str, title: str, found: Sequence[Estimate], *, goal: int) -> Figure:
    """Chances as dots on their intervals, with the line to reach."""
    legend = _(
        "The dot is our estimate. The thin line shows how sure it is: the longer, the less we know. "
        "From the dashed line on, at %(goal)s, it counts as mastered."
    )
    return Figure(
        key=key,
        title=title,
        lines=[_estimate_line(f"{key}-{num}", one, goal) for num, one in enumerate(found)],
        ticks=_percents(),
        legend=legend % {"goal": percent(goal / 100)},
        heads=(_("What"), _("Estimate"), _("95 % interval"), _("It rests on")),
        rows=[_estimate_cells(one) for one in found],
    )


def weeks(key: str, title: str, starts: Sequence[date], found: Sequence[tuple[str, Sequence[int]]]) -> Figure:
    """Counts by week as small lines of steps on one scale."""
    top = max((count for _label, counts in found for count in counts), default=0)
    days = [short_day(day) for day in starts]
    return Figure(
        key=key,
        title=title,
        lines=[_weeks_line(f"{key}-{num}", label, counts, top) for num, (label, counts) in enumerate(found)],
        ticks=(days[0], days[-1]) if days else (),
        legend=_("Each step is one week, named by its Monday. All lines have the same scale."),
        heads=(_("Week"), *(label for label, _counts in found)),
        rows=[(day, *(str(counts[num]) for _label, counts in found)) for num, day in enumerate(days)],
        tall=True,
    )


def hidden_words() -> str:
    """Why a number is not shown."""
    return _("hidden: fewer than %(floor)d people, or it would give such a number away") % {"floor": FLOOR}


def _percents() -> Sequence[str]:
    return (percent(0), percent(0.5), percent(1))


def _interval(low: float, high: float) -> str:
    return _("%(low)s to %(high)s") % {"low": percent(low), "high": percent(high)}


def _share_line(key: str, one: Share) -> Line:
    if one.count is None or not one.of:
        words = hidden_words() if one.count is None else _("nobody yet")
        return Line(
            one.label, charts.bar(charts.Row(key=key, title=one.label, desc=words, share=None)), words
        )
    sure, share = wilson(one.count, one.of), one.count / one.of
    words = _("%(count)d of %(of)d: %(percent)s, most likely %(low)s to %(high)s") % {
        "count": one.count,
        "of": one.of,
        "percent": percent(share),
        "low": percent(sure.low),
        "high": percent(sure.high),
    }
    row = charts.Row(key=key, title=one.label, desc=words, share=share, low=sure.low, high=sure.high)
    return Line(one.label, charts.bar(row), words)


def _share_cells(one: Share) -> Sequence[str]:
    of = _("hidden") if one.of is None else str(one.of)
    if one.count is None:
        return (one.label, _("hidden"), of, _("hidden"), _("hidden"))
    if not one.of:
        return (one.label, "0", "0", "–", "–")
    sure = wilson(one.count, one.of)
    return (one.label, str(one.count), of, percent(one.count / one.of), _interval(sure.low, sure.high))


def _estimate_line(key: str, one: Estimate, goal: int) -> Line:
    if one.percent is None:
        row = charts.Row(key=key, title=one.label, desc=one.words, share=None)
        return Line(one.label, charts.dot(row), one.words)
    words = _("%(percent)s, most likely %(low)s to %(high)s") % {
        "percent": percent(one.percent / 100),
        "low": percent(one.low / 100),
        "high": percent(one.high / 100),
    }
    row = charts.Row(
        key=key,
        title=one.label,
        desc=words,
        share=one.percent / 100,
        low=one.low / 100,
        high=one.high / 100,
    )
    return Line(one.label, charts.dot(row, mark=goal / 100), words)


def _estimate_cells(one: Estimate) -> Sequence[str]:
    if one.percent is None:
        return (one.label, "–", "–", one.words)
    return (one.label, percent(one.percent / 100), _interval(one.low / 100, one.high / 100), one.words)


def _weeks_line(key: str, label: str, counts: Sequence[int], top: int) -> Line:
    words = _("%(now)d this week, at most %(top)d in a week") % {
        "now": counts[-1] if counts else 0,
        "top": max(counts, default=0),
    }
    row = charts.Weeks(key=key, title=label, desc=words, counts=counts or (0,), top=top)
    return Line(label, charts.steps(row), words)
