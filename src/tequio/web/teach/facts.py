"""Everything known of a run's learners, for the teacher's pages: a handful of queries, however many they are."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from django.utils.timezone import get_current_timezone

from tequio.assessment import api as assessment
from tequio.assessment.following import api as following
from tequio.credentials.register import api as register
from tequio.kit import clock
from tequio.learning.runs import api as runs
from tequio.people.roster import api as roster
from tequio.records import api as records
from tequio.web.learn.visitor import language_of_page
from tequio.web.teach.pages.learners import Facts
from tequio.web.teach.pages.run_charts import activity_figure, weeks_until
from tequio_standards.xapi import verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.runs.api import Followed
    from tequio.learning.values import RunId
    from tequio.people.values import Actor
    from tequio.web.figures import Figure


def facts_of(run: RunId, actor: Actor) -> tuple[Facts, tuple[Followed, ...]]:
    """The run, its learners, their names, results, beliefs and certificates, as far as `actor` may see them."""
    found, learners = runs.follow(run, by=actor)
    registrations = [one.enrolment for one in learners]
    facts = Facts(
        run=found,
        people=roster.persons([one.person for one in learners]),
        results=assessment.best_results(registrations, by=actor, run=run),
        codes=register.codes_for(registrations),
        beliefs=following.beliefs(
            registrations,
            [outcome.key for outcome in found.outcomes],
            by=actor,
            organisation=found.organisation,
            run=run,
        ),
        now=clock.now(),
        language=language_of_page(),
    )
    return facts, learners


def activity_of(learners: Sequence[Followed], now: datetime) -> Figure:
    """The learners' last weeks. For pages whose reader may follow the run."""
    zone = get_current_timezone()
    registrations = [one.enrolment for one in learners]
    since = datetime.combine(weeks_until(now)[0], time.min, tzinfo=zone)
    active = records.active_by_week(registrations, since=since, zone=zone)
    steps = records.active_by_week(registrations, since=since, zone=zone, verb=verbs.FINISHED)
    return activity_figure(active, steps, now)
