"""The teacher's pages: the runs to follow, the learners of one, and the same as a table to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tequio.assessment import api as assessment
from tequio.credentials.register import api as register
from tequio.kit import clock
from tequio.learning.runs import api as runs
from tequio.learning.values import RunId
from tequio.people.roster import api as roster
from tequio.people.values import Action
from tequio.web.asking import known_actor, signed_in
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.paging import page_number
from tequio.web.shell import show
from tequio.web.staff import places
from tequio.web.teach.pages.home import TeachPage, run_card, worth_showing
from tequio.web.teach.pages.learners import Facts
from tequio.web.teach.pages.run import run_page
from tequio.web.teach.table import learners_csv

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest

    from tequio.learning.runs.api import Followed, RunToFollow
    from tequio.people.values import Actor
    from tequio.web.teach.pages.home import RunCard


@never_cache
@require_safe
@signed_in
@in_local_time
def teach_home(request: HttpRequest) -> HttpResponse:
    actor = known_actor(request)
    found = [
        run
        for place in places(actor, Action.RUN_FOLLOW)
        for run in runs.runs_to_follow(organisation=place, by=actor)
    ]
    return show(request, TeachPage([_card(run, actor) for run in worth_showing(found)]))


@never_cache
@require_safe
@signed_in
@in_local_time
def teach_run(request: HttpRequest, run: UUID) -> HttpResponse:
    facts, learners = _known(RunId(run), known_actor(request))
    only_silent = request.GET.get("show") == "silent"
    page = run_page(learners, facts, only_silent=only_silent, num=page_number(request.GET.get("page", "")))
    return show(request, page)


@never_cache
@require_safe
@signed_in
@in_local_time
def teach_run_csv(request: HttpRequest, run: UUID) -> HttpResponse:
    """Everyone in the run, one row each, for a spreadsheet."""
    facts, learners = _known(RunId(run), known_actor(request))
    response = HttpResponse(learners_csv(learners, facts), content_type="text/csv; charset=utf-8")
    name = f"{facts.run.course_key}-{facts.now:%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _card(run: RunToFollow, actor: Actor) -> RunCard:
    _run, learners = runs.follow(run.id, by=actor)
    codes = register.codes_for([one.enrolment for one in learners])
    return run_card(run, learners, codes, now=clock.now(), language=language_of_page())


def _known(run: RunId, actor: Actor) -> tuple[Facts, tuple[Followed, ...]]:
    """Everything known of the run's learners: a handful of queries, however many they are."""
    found, learners = runs.follow(run, by=actor)
    registrations = [one.enrolment for one in learners]
    facts = Facts(
        run=found,
        people=roster.persons([one.person for one in learners]),
        results=assessment.best_results(registrations, by=actor, run=run),
        codes=register.codes_for(registrations),
        now=clock.now(),
        language=language_of_page(),
    )
    return facts, learners
