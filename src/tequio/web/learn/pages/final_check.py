"""Before the final check: its rules, the tries so far, and one button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.assessment.values import AttemptState
from tequio.kit.words import say
from tequio.web.learn.pages.course_words import check_lines
from tequio.web.learn.pages.moments import day_and_time, time_to_come
from tequio.web.saying import percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.assessment.values import AttemptInfo, AttemptResult
    from tequio.learning.values import CourseInfo, FinalCheckFacts


@dataclass(frozen=True, slots=True)
class TryLine:
    """One try so far."""

    href: str
    words: str
    when: str
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalCheckPage:
    """The rules before the clock starts."""

    template: ClassVar[str] = "learn/final_check.html"
    course_key: str
    course_title: str
    title: str
    rules: Sequence[str]
    tries: Sequence[TryLine]
    resume_href: str  # an attempt is open: go on with it
    may_start: bool  # not while a try is open or one must wait, nor with no tries left
    passed: bool
    certificate_href: str  # empty until there is one
    tries_left: int | None  # None before the first try: the rules say how many there are
    next_try: str  # when the next try may start; empty when it may start now or none is left
    preview: bool
    unfinished: int  # modules not finished yet; the check may be taken all the same


def final_check_page(
    course: CourseInfo,
    check: FinalCheckFacts,
    attempts: Sequence[AttemptInfo],
    *,
    last: AttemptResult | None,
    certificate_href: str,
    unfinished: int,
    now: datetime,
    language: str,
) -> FinalCheckPage:
    tries = [_try_line(attempt) for attempt in attempts]
    is_open = any(line.open for line in tries)
    next_try = time_to_come(last.next_try_at if last else None, now)
    return FinalCheckPage(
        course_key=course.key,
        course_title=say(course.title, language),
        title=say(check.title, language),
        rules=check_lines(check),
        tries=tries,
        resume_href=next((line.href for line in tries if line.open), ""),
        may_start=not (is_open or next_try) and (last is None or last.tries_left > 0),
        passed=any(attempt.passed for attempt in attempts),
        certificate_href=certificate_href,
        tries_left=last.tries_left if last else None,
        next_try=next_try,
        preview=course.run.preview,
        unfinished=unfinished,
    )


def _try_line(attempt: AttemptInfo) -> TryLine:
    is_open = attempt.state is AttemptState.OPEN
    route = "attempt" if is_open else "attempt_result"
    return TryLine(
        href=reverse(route, args=[attempt.id]),
        words=_("Try %(number)d: %(result)s") % {"number": attempt.number, "result": _outcome(attempt)},
        when=day_and_time(attempt.started_at),
        open=is_open,
    )


def _outcome(attempt: AttemptInfo) -> str:
    if attempt.score is None:
        return _("still open")
    word = _("passed") if attempt.passed else _("not passed yet")
    return f"{word} ({percent(attempt.score)})"
