"""The learners of one run, in a list that fits a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.http import urlencode

from tequio.kit.words import say
from tequio.web.teach.pages.learners import learner_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.runs.api import Followed
    from tequio.web.teach.pages.learners import Facts, LearnerLine

PER_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    """One page of a run's learners. `only_silent`: the others are left out. `next_query` leads on, or is empty."""

    template: ClassVar[str] = "teach/run.html"
    key: str
    title: str
    version: int
    preview: bool
    learners: int
    silent: int
    passed: int
    certificates: int
    only_silent: bool
    lines: Sequence[LearnerLine]
    first: int
    next_query: str
    csv_href: str
    here: str


def run_page(followed: Sequence[Followed], facts: Facts, *, only_silent: bool, num: int) -> RunPage:
    """Page `num` (from 0) of the learners, whoever was silent longest first."""
    everyone = [learner_line(one, facts) for one in followed]
    shown = [line for line in everyone if line.silent or not only_silent]
    start, more = num * PER_PAGE, len(shown) > (num + 1) * PER_PAGE
    return RunPage(
        key=facts.run.course_key,
        title=say(facts.run.title, facts.language),
        version=facts.run.version,
        preview=facts.run.preview,
        learners=len(everyone),
        silent=sum(line.silent for line in everyone),
        passed=sum(line.passed for line in everyone),
        certificates=sum(bool(line.code) for line in everyone),
        only_silent=only_silent,
        lines=shown[start : start + PER_PAGE],
        first=start + 1,
        next_query=_query(num + 2, only_silent=only_silent) if more else "",
        csv_href=reverse("teach_run_csv", args=[facts.run.id]),
        here=reverse("teach_run", args=[facts.run.id]),
    )


def _query(page: int, *, only_silent: bool) -> str:
    return urlencode({**({"show": "silent"} if only_silent else {}), "page": str(page)})
