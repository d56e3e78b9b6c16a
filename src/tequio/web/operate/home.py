"""The operator's start page, and the button that has the ledger's chain checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tequio.kit import clock
from tequio.learning import api as learning
from tequio.people import api as people
from tequio.people.roster import api as roster
from tequio.people.values import Action
from tequio.records import api as records
from tequio.web.asking import known_actor, signed_in
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.operate import ledger
from tequio.web.operate.machine import glance
from tequio.web.operate.pages.home import OperatePage, course_line, ledger_line, people_lines, state_lines
from tequio.web.shell import show
from tequio.web.staff import place

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@never_cache
@require_safe
@signed_in
@in_local_time
def operate_home(request: HttpRequest) -> HttpResponse:
    actor, now = known_actor(request), clock.now()
    here = place(actor, Action.HUB_OPERATE)
    length = records.ledger_size(store=here)
    page = OperatePage(
        organisation=people.organisation(here).name,
        people=people_lines(roster.head_count(organisation=here, by=actor, now=now)),
        courses=[course_line(card, language_of_page()) for card in learning.catalogue(organisation=here)],
        ledger=ledger_line(length, ledger.last_check(here)),
        can_check=length <= ledger.MOST,
        states=state_lines(glance(settings.DATA), now),
    )
    return show(request, page)


@require_POST
@signed_in
def check_ledger(request: HttpRequest) -> HttpResponse:
    """Walk the chain of the organisation's ledger now; the start page says what came of it."""
    here = place(known_actor(request), Action.RECORD_READ)
    if records.ledger_size(store=here) <= ledger.MOST:
        ledger.check_chain(here, now=clock.now())
    return HttpResponseRedirect(reverse("operate_home"))
