"""After an attempt: passed or not yet, by outcome, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.assessment.values import AttemptState
from tequio.kit.words import say
from tequio.web.learn.pages.moments import time_to_come
from tequio.web.saying import percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.assessment.values import AttemptResult, OutcomeScore
    from tequio.learning.values import CourseInfo


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """Right answers of one outcome, and the module that teaches it when some were wrong."""

    statement: str
    right: int
    of: int
    module_href: str
    module_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """What an attempt came to: never which item was wrong, so that the items stay fresh for others."""

    template: ClassVar[str] = "learn/result.html"
    passed: bool
    timed_out: bool
    score: str  # as a percentage
    cut: str
    outcomes: Sequence[OutcomeLine]
    again: OutcomeLine | None  # what to go over first: the outcome with the fewest right answers
    some_wrong: bool
    course_key: str  # its cloth hangs beside a pass
    course_title: str
    check_href: str
    tries_left: int
    next_try: str  # when the next try may start; empty when none is left or it may start now
    certificate_href: str  # empty until there is one


def result_page(
    result: AttemptResult, course: CourseInfo, *, certificate_href: str, now: datetime, language: str
) -> ResultPage:
    outcomes = [_outcome_line(row, course, language) for row in result.by_outcome]
    to_practise = [line for line in outcomes if line.module_href]
    return ResultPage(
        passed=result.passed,
        timed_out=result.state is AttemptState.TIMED_OUT,
        score=percent(result.score),
        cut=percent(result.cut),
        outcomes=outcomes,
        again=min(to_practise, key=lambda line: line.right / line.of, default=None),
        some_wrong=result.score < 1,
        course_key=course.key,
        course_title=say(course.title, language),
        check_href=reverse("final_check", args=[course.key]),
        tries_left=result.tries_left,
        next_try=time_to_come(result.next_try_at, now),
        certificate_href=certificate_href,
    )


def _outcome_line(row: OutcomeScore, course: CourseInfo, language: str) -> OutcomeLine:
    words = next((one.statement for one in course.outcomes if one.key == row.outcome), {})
    module = next((one for one in course.modules if one.outcome == row.outcome), None)
    again = module if module and row.right < row.of else None
    return OutcomeLine(
        statement=say(words, language) or _("Other items"),
        right=row.right,
        of=row.of,
        module_href=reverse("module", args=[course.key, again.key]) if again else "",
        module_title=say(again.title, language) if again else "",
    )
