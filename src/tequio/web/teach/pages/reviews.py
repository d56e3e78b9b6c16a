"""The reviewer's list: what waits, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.learning.values import Finding
from tequio.web.saying import day
from tequio.web.teach.review_form import ESSENTIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.review.api import ToReview
    from tequio.people.values import PersonId

CRITERIA_MINUTES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version in the list. `own`: the reader handed it in, so somebody else reviews it.

    `takes` says how long a review takes; it is empty once there is one.
    """

    key: str
    href: str
    title: str
    num: int
    made: str
    own: bool
    machine: str
    waiting: bool
    takes: str
    word: str
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class ReviewsPage:
    """What waits for a review, and what has one."""

    template: ClassVar[str] = "teach/reviews.html"
    waiting: Sequence[VersionLine]
    decided: Sequence[VersionLine]


def reviews_page(versions: Sequence[ToReview], reader: PersonId | None, language: str) -> ReviewsPage:
    lines = [_line(one, reader, language) for one in versions]
    return ReviewsPage([line for line in lines if line.waiting], [line for line in lines if not line.waiting])


def _line(version: ToReview, reader: PersonId | None, language: str) -> VersionLine:
    tone, icon, word = _state(version)
    return VersionLine(
        key=version.course_key,
        href=reverse("review_course", args=[version.id]),
        title=say(version.title, language),
        num=version.num,
        made=day(version.made_at),
        own=version.made_by == reader,
        machine=_machine(version),
        waiting=version.last is None,
        takes="" if version.last else _takes(version),
        word=word,
        tone=tone,
        icon=icon,
    )


def _state(version: ToReview) -> tuple[str, str, str]:
    if version.last is None:
        return "note", "time", _("Waits for a review")
    if version.last.passed:
        return "good", "right", _("Passed")
    return "bad", "wrong", _("Not passed")


def _takes(version: ToReview) -> str:
    """The learner's own time, a minute per practice item to read its reasons, and half an hour for the criteria."""
    minutes = sum(module.minutes for module in version.modules) + version.practice_items + CRITERIA_MINUTES
    hours, rest = divmod(-(-minutes // 15) * 15, 60)
    values = {
        "hours": hours,
        "minutes": rest,
        "items": version.practice_items,
        "modules": len(version.modules),
    }
    words = _(
        "Takes about %(hours)d h %(minutes)d min: modules %(modules)d, practice items %(items)d, criteria."
    )
    return words % values


def _machine(version: ToReview) -> str:
    rows = version.machine.results if version.machine else ()
    found = [row.finding for row in rows]
    values = {
        "met": found.count(Finding.MET),
        "not_met": found.count(Finding.NOT_MET),
        "na": found.count(Finding.NOT_APPLICABLE),
    }
    lacking = {row.criterion for row in rows if row.finding is Finding.NOT_MET}
    if lacking and not lacking & ESSENTIAL:
        return _("Program: %(met)s met, %(not_met)s not met (none essential), %(na)s left to people") % values
    return _("Program: %(met)s met, %(not_met)s not met, %(na)s left to people") % values
