"""Sentences of the course page: outcomes, reviews, the rules of the final check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.words import say
from tequio.learning.values import ReviewKind
from tequio.web.learn.pages.measures import duration
from tequio.web.saying import day, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.values import Alignment, FinalCheckFacts, OutcomeInfo, ReviewSummary


@dataclass(frozen=True, slots=True)
class AlignmentLine:
    """A skill in a published framework, with its address."""

    uri: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A review of the version on offer. `demo`: its reviewer is simulated."""

    tone: str
    icon: str
    word: str
    text: str
    tip: str


def skill_lines(outcomes: Sequence[OutcomeInfo], language: str) -> Sequence[AlignmentLine]:
    """The published skills of all outcomes, each once."""
    lines = [_alignment_line(one, language) for outcome in outcomes for one in outcome.alignments]
    return list(dict.fromkeys(lines))


def _alignment_line(alignment: Alignment, language: str) -> AlignmentLine:
    label = say(alignment.label, language)
    return AlignmentLine(alignment.uri, f"{label} ({alignment.framework} {alignment.version})")


def review_lines(reviews: Sequence[ReviewSummary]) -> Sequence[ReviewLine]:
    """What the program found wrong is no verdict as long as nobody has reviewed the version."""
    seen = any(one.kind is not ReviewKind.MACHINE for one in reviews)
    return [_review_line(one, open_yet=not seen and not one.passed) for one in reviews]


def _review_line(review: ReviewSummary, *, open_yet: bool) -> ReviewLine:
    kinds = {
        ReviewKind.MACHINE: _("Review by program"),
        ReviewKind.SELF: _("Review by the institution itself"),
    }
    said = _("%(kind)s: %(who)s, %(date)s")
    text = said % {"kind": kinds[review.kind], "who": review.by_name, "date": day(review.at)}
    if open_yet:
        tip = _("The program found something to put right. No person has looked at it yet.")
        return ReviewLine("note", "time", _("Not reviewed yet"), text, tip)
    return ReviewLine(
        tone="good" if review.passed else "bad",
        icon="right" if review.passed else "wrong",
        word=_("Passed") if review.passed else _("Not passed"),
        text=text,
        tip=_("DEMO: this reviewer is not a real person.") if review.demo else "",
    )


def vouched_line(reviews: Sequence[ReviewSummary]) -> str:
    """Who answers for the course: the newest passed review by a person; empty when there is none."""
    passed = [one for one in reviews if one.passed and one.kind is not ReviewKind.MACHINE]
    if not passed:
        return ""
    last = max(passed, key=lambda one: one.at)
    return _("Reviewed by %(who)s on %(date)s") % {"who": last.by_name, "date": day(last.at)}


def check_lines(check: FinalCheckFacts | None) -> Sequence[str]:
    """The rules of the final check, one sentence each; none when the course has no final check."""
    if check is None:
        return ()
    return (
        ngettext("%(count)d item.", "%(count)d items.", check.items) % {"count": check.items},
        _("You have %(time)s from the moment you start.") % {"time": duration(check.minutes)},
        _("You pass with %(percent)s or more.") % {"percent": percent(check.cut)},
        tries_line(check.tries, check.wait_hours),
    )


def tries_line(tries: int, wait_hours: int) -> str:
    values = {"tries": tries, "hours": wait_hours}
    return _("You may try %(tries)d times, with %(hours)d hours between tries.") % values
