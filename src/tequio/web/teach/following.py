"""The teacher's pages: who needs them, how a run does, its learners, and two ways to take it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tequio.learning.runs import api as runs
from tequio.learning.values import RunId
from tequio.people.values import Action
from tequio.web.asking import known_actor, signed_in
from tequio.web.learn.visitor import in_local_time
from tequio.web.paging import page_number
from tequio.web.shell import show
from tequio.web.staff import places
from tequio.web.teach.facts import activity_of, facts_of
from tequio.web.teach.pages.home import TeachPage, run_card, worth_showing
from tequio.web.teach.pages.run import run_page
from tequio.web.teach.pages.sheet import sheet_page
from tequio.web.teach.table import learners_csv

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest


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
    cards = [run_card(*facts_of(run.id, actor)) for run in worth_showing(found)]
    return show(request, TeachPage(cards))


@never_cache
@require_safe
@signed_in
@in_local_time
def teach_run(request: HttpRequest, run: UUID) -> HttpResponse:
    facts, learners = facts_of(RunId(run), known_actor(request))
    page = run_page(
        learners,
        facts,
        activity_of(learners, facts.now),
        only=request.GET.get("show", ""),
        num=page_number(request.GET.get("page", "")),
    )
    return show(request, page)


@never_cache
@require_safe
@signed_in
@in_local_time
def run_sheet(request: HttpRequest, run: UUID) -> HttpResponse:
    """How the run does, to show to others: no names, small cells hidden."""
    facts, learners = facts_of(RunId(run), known_actor(request))
    return show(request, sheet_page(learners, facts))


@never_cache
@require_safe
@signed_in
@in_local_time
def teach_run_csv(request: HttpRequest, run: UUID) -> HttpResponse:
    """Everyone in the run, one row each, for a spreadsheet."""
    facts, learners = facts_of(RunId(run), known_actor(request))
    response = HttpResponse(learners_csv(learners, facts), content_type="text/csv; charset=utf-8")
    name = f"{facts.run.course_key}-{facts.now:%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
