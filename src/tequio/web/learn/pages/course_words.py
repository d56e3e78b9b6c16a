"""Sentences of the course page: outcomes, reviews, the rules of the final check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.words import say
from tequio.learning.values import ReviewKind
from tequio.web.learn.pages.measures import duration

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from tequio.learning.values import Alignment, FinalCheckFacts, OutcomeInfo, ReviewSummary


@dataclass(frozen=True, slots=True)
class AlignmentLine:
    """A skill in a published framework, with its address."""

    uri: str
    text: str


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What one will be able to do, and the published skills it belongs to."""

    statement: str
    alignments: Sequence[AlignmentLine]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A review of the version on offer. `demo`: its reviewer is simulated."""

    tone: str
    icon: str
    word: str
    text: str
    tip: str


def outcome_line(outcome: OutcomeInfo, language: str) -> OutcomeLine:
    return OutcomeLine(
        say(outcome.statement, language),
        [_alignment_line(alignment, language) for alignment in outcome.alignments],
    )


def _alignment_line(alignment: Alignment, language: str) -> AlignmentLine:
    label = say(alignment.label, language)
    return AlignmentLine(alignment.uri, f"{label} ({alignment.framework} {alignment.version})")


def review_line(review: ReviewSummary) -> ReviewLine:
    kinds = {
        ReviewKind.MACHINE: _("Review by program"),
        ReviewKind.SELF: _("Review by the institution itself"),
    }
    said = _("%(kind)s: %(who)s, %(date)s")
    return ReviewLine(
        tone="good" if review.passed else "bad",
        icon="right" if review.passed else "wrong",
        word=_("Passed") if review.passed else _("Not passed"),
        text=said % {"kind": kinds[review.kind], "who": review.by_name, "date": date_format(review.at)},
        tip=_("DEMO: this reviewer is not a real person.") if review.demo else "",
    )


def check_lines(check: FinalCheckFacts | None) -> Sequence[str]:
    """The rules of the final check, one sentence each; none when the course has no final check."""
    if check is None:
        return ()
    return (
        ngettext("%(count)d item.", "%(count)d items.", check.items) % {"count": check.items},
        _("You have %(time)s from the moment you start.") % {"time": duration(check.minutes)},
        _("You pass with %(percent)d%% or more.") % {"percent": percent(check.cut)},
        tries_line(check.tries, check.wait_hours),
    )


def tries_line(tries: int, wait_hours: int) -> str:
    values = {"tries": tries, "hours": wait_hours}
    return _("You may try %(tries)d times, with %(hours)d hours between tries.") % values


def percent(part: Fraction) -> int:
    return round(part * 100)
