"""How a run does, for those who know its learners by name: what they can do, and how many are active.

The teacher's own pages show every count: beside it stand the names and the work of the very same people. What is
made to be shown to others (pages.sheet) hides small cells.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tequio.assessment.values import MasteryState
from tequio.kit.words import say
from tequio.web import figures
from tequio.web.figures import Share

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from tequio.web.figures import Figure
    from tequio.web.teach.pages.learners import Facts

WEEKS = 8


def mastery_figure(facts: Facts) -> Figure | None:
    """Of those who practised an outcome, how many master it; nothing for whoever may not read results."""
    if not facts.beliefs:
        return None
    shares = []
    for place, outcome in enumerate(facts.run.outcomes):
        states = [beliefs[place].state for beliefs in facts.beliefs.values()]
        practised = sum(state is not MasteryState.NEW for state in states)
        label = say(outcome.statement, facts.language)
        shares.append(Share(label, states.count(MasteryState.MASTERED), practised))
    return figures.shares("mastered", _("Who masters it, of those who practised it"), shares)


def check_figure(facts: Facts) -> Figure | None:
    """Of those who tried the final check, how many had an outcome wholly right at their best try."""
    if not facts.results:
        return None
    shares = []
    for outcome in facts.run.outcomes:
        scores = [
            part
            for result in facts.results.values()
            for part in result.by_outcome
            if part.outcome == outcome.key
        ]
        whole = sum(part.right == part.of for part in scores)
        shares.append(Share(say(outcome.statement, facts.language), whole, len(scores)))
    return figures.shares("checked", _("Who had it all right in the final check, of those who tried"), shares)


def activity_figure(active: Mapping[date, int], steps: Mapping[date, int], now: datetime) -> Figure:
    """Learners by week: who did anything, and who finished a step."""
    mondays = weeks_until(now)
    lines = (
        (_("Learners who did something"), [active.get(day, 0) for day in mondays]),
        (_("Learners who finished a step"), [steps.get(day, 0) for day in mondays]),
    )
    return figures.weeks("activity", _("Activity by week"), mondays, lines)


def weeks_until(now: datetime) -> Sequence[date]:
    """The Mondays of the last weeks, the oldest first."""
    today = localtime(now).date()
    monday = today - timedelta(days=today.weekday())
    return [monday - timedelta(weeks=back) for back in reversed(range(WEEKS))]
