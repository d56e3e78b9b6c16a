"""The operator's start page: is my hub all right, what is still to do; and the buttons that begin long work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tequio.kit import clock, work
from tequio.people import api as people
from tequio.people.values import Action
from tequio.records import api as records
from tequio.web.asking import known_actor, signed_in
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.operate import errands, ledger
from tequio.web.operate.pages.home import operate_page
from tequio.web.operate.todo import facts
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
    page = operate_page(
        organisation=people.organisation(here).name,
        facts=facts(actor, here),
        statements=records.ledger_size(store=here),
        last_check=ledger.last_check(here, now=now),
        under_way=work.under_way(scope=here, now=now),
        now=now,
        language=language_of_page(),
    )
    return show(request, page)


@require_POST
@signed_in
def check_ledger(request: HttpRequest) -> HttpResponse:
    """Have the chain of the organisation's ledger walked."""
    return _begin(request, errands.CHECK)


@require_POST
@signed_in
def publish_example(request: HttpRequest) -> HttpResponse:
    """Publish the course that ships, as any other course."""
    return _begin(request, errands.EXAMPLE)


@require_POST
@signed_in
def back_up(request: HttpRequest) -> HttpResponse:
    """Write a backup into the data folder now."""
    return _begin(request, errands.BACKUP)


def _begin(request: HttpRequest, kind: str) -> HttpResponse:
    here = place(known_actor(request), errands.ASKED_BY[kind])
    return HttpResponseRedirect(reverse("work", args=[errands.ask(request, kind, scope=here)]))
