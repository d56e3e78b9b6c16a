"""My record: what a learner did, day by day, told from their own statements."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from django.utils.http import urlencode
from django.utils.timezone import localtime

from tequio.kit.words import say
from tequio.web.learn.pages.acts import told
from tequio.web.saying import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from tequio.kit.words import Words
    from tequio.records.api import KeptStatement

DAYS = 10


@dataclass(frozen=True, slots=True)
class ActLine:
    """What was done that day, as a sentence with the icon of its kind."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day's acts in one course, in their order. `course` is empty when only one is shown."""

    day: str
    course: str
    acts: Sequence[ActLine]


@dataclass(frozen=True, slots=True)
class CourseChoice:
    """A course to look at alone."""

    key: str
    title: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPage:
    """Some days of a learner's record, the newest first. `older_query` leads further back, or is empty."""

    template: ClassVar[str] = "learn/record.html"
    days: Sequence[DayLine]
    choices: Sequence[CourseChoice]
    chosen: str
    newest: bool  # the first page
    older_query: str


def record_page(
    kept: Iterable[KeptStatement],
    courses: Mapping[UUID, tuple[str, Words]],
    *,
    chosen: str,
    newest: bool,
    language: str,
) -> RecordPage:
    """`kept` comes newest first and is read no further than needed; `courses` are key and title by enrolment."""
    days: list[DayLine] = []
    oldest = older = 0
    for place, group in groupby(kept, key=_place):
        if len(days) == DAYS:
            older = oldest
            break
        acts = list(group)
        oldest = acts[-1].num
        days.append(_day_line(place, acts, courses, language))
    titles = {key: say(title, language) for key, title in courses.values()}
    return RecordPage(
        days=days,
        choices=[CourseChoice(key, title, key == chosen) for key, title in titles.items()],
        chosen=chosen,
        newest=newest,
        older_query=_older_query(chosen, older) if older else "",
    )


def _older_query(chosen: str, older: int) -> str:
    asked = {"course": chosen, "before": str(older)}
    return urlencode({name: value for name, value in asked.items() if value})


def _place(kept: KeptStatement) -> tuple[date, UUID | None]:
    """What belongs together: a day, where the learner is, and an enrolment."""
    return localtime(kept.statement.timestamp).date(), kept.statement.context.registration


def _day_line(
    place: tuple[date, UUID | None],
    newest_first: Sequence[KeptStatement],
    courses: Mapping[UUID, tuple[str, Words]],
    language: str,
) -> DayLine:
    when, registration = place
    title = courses[registration][1] if registration and registration in courses else {}
    acts = [one.statement for one in reversed(newest_first)]
    lines = [ActLine(icon, text) for icon, text in told(acts, language)]
    return DayLine(day(when), say(title, language) if title else "", lines)
