"""The teacher's start page: who needs a word, in each run; then how the runs do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.saying import day
from tequio.web.teach.pages.learners import learner_line
from tequio.web.teach.pages.needs import needs
from tequio.web.teach.pages.run_charts import mastery_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.runs.api import Followed, RunToFollow
    from tequio.web.figures import Figure
    from tequio.web.teach.pages.learners import Facts
    from tequio.web.teach.pages.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCard:
    """A run in the list. `silent` learners did nothing for a week and hold no certificate yet."""

    key: str
    href: str
    title: str
    version: int
    preview: bool
    since: str
    dates: str
    learners: int
    silent: int
    certificates: int
    needs: Needs
    figure: Figure | None  # None for whoever may not read results, or while nobody learns


@dataclass(frozen=True, slots=True)
class TeachPage:
    """The teacher's start page."""

    template: ClassVar[str] = "teach/home.html"
    runs: Sequence[RunCard]


def worth_showing(runs: Sequence[RunToFollow]) -> Sequence[RunToFollow]:
    """Without the previews that nobody joined before the version opened."""
    opened = {(run.course_key, run.version) for run in runs if not run.preview}
    return [
        run for run in runs if run.learners or (run.course_key, run.version) not in opened or not run.preview
    ]


def run_card(facts: Facts, learners: Sequence[Followed]) -> RunCard:
    run, lines = facts.run, [learner_line(one, facts) for one in learners]
    return RunCard(
        key=run.course_key,
        href=reverse("teach_run", args=[run.id]),
        title=say(run.title, facts.language),
        version=run.version,
        preview=run.preview,
        since=day(run.opened_at),
        dates=dates_of(run),
        learners=len(lines),
        silent=sum(line.silent for line in lines),
        certificates=sum(bool(line.code) for line in lines),
        needs=needs(learners, lines, facts),
        figure=mastery_figure(facts) if learners else None,
    )


def dates_of(run: RunToFollow) -> str:
    """When the run begins and ends, or that everyone goes at their own pace."""
    if run.starts_at is None:
        return _("Everyone at their own pace, no last day")
    start = day(run.starts_at)
    if run.ends_at is None:
        return _("From %(start)s") % {"start": start}
    values = {"start": start, "end": day(run.ends_at)}
    return _("From %(start)s to %(end)s") % values
