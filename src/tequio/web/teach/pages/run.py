"""One run: who needs a word, how it does, and its learners in a list that fits a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.http import urlencode

from tequio.kit.words import say
from tequio.web.teach.pages.home import dates_of
from tequio.web.teach.pages.learners import learner_line
from tequio.web.teach.pages.needs import needs, why_stuck
from tequio.web.teach.pages.run_charts import check_figure, mastery_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.runs.api import Followed
    from tequio.web.figures import Figure
    from tequio.web.teach.pages.learners import Facts, LearnerLine
    from tequio.web.teach.pages.needs import Needs

PER_PAGE = 25
ONLY = ("silent", "stuck")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    """One page of a run's learners. `only`: silent, stuck, or empty for all. `next_query` leads on, or is empty."""

    template: ClassVar[str] = "teach/run.html"
    key: str
    title: str
    version: int
    preview: bool
    dates: str
    learners: int
    silent: int
    passed: int
    certificates: int
    needs: Needs
    charts: Sequence[Figure]
    only: str
    lines: Sequence[LearnerLine]
    first: int
    next_query: str
    csv_href: str
    sheet_href: str
    here: str


def run_page(followed: Sequence[Followed], facts: Facts, activity: Figure, *, only: str, num: int) -> RunPage:
    """Page `num` (from 0) of the learners, whoever was silent longest first."""
    everyone = [learner_line(one, facts) for one in followed]
    only = only if only in ONLY else ""
    shown = _only(only, followed, everyone, facts)
    start, more = num * PER_PAGE, len(shown) > (num + 1) * PER_PAGE
    charts = (mastery_figure(facts), check_figure(facts), activity) if everyone else ()
    return RunPage(
        key=facts.run.course_key,
        title=say(facts.run.title, facts.language),
        version=facts.run.version,
        preview=facts.run.preview,
        dates=dates_of(facts.run),
        learners=len(everyone),
        silent=sum(line.silent for line in everyone),
        passed=sum(line.passed for line in everyone),
        certificates=sum(bool(line.code) for line in everyone),
        needs=needs(followed, everyone, facts),
        charts=[chart for chart in charts if chart],
        only=only,
        lines=shown[start : start + PER_PAGE],
        first=start + 1,
        next_query=_query(num + 2, only) if more else "",
        csv_href=reverse("teach_run_csv", args=[facts.run.id]),
        sheet_href=reverse("run_sheet", args=[facts.run.id]),
        here=reverse("teach_run", args=[facts.run.id]),
    )


def _only(
    only: str, followed: Sequence[Followed], lines: Sequence[LearnerLine], facts: Facts
) -> Sequence[LearnerLine]:
    if only == "silent":
        return [line for line in lines if line.silent]
    if only == "stuck":
        return [line for one, line in zip(followed, lines, strict=True) if why_stuck(one, facts)]
    return lines


def _query(page: int, only: str) -> str:
    return urlencode({**({"show": only} if only else {}), "page": str(page)})
