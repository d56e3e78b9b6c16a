"""Long work on its way: one page that renews itself by a header, and a button that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tequio.kit import clock
from tequio.kit import work as long_work
from tequio.people import api as people
from tequio.people.values import OrganisationId
from tequio.web.asking import known_actor, signed_in
from tequio.web.learn.visitor import in_local_time
from tequio.web.operate.errands import ASKED_BY
from tequio.web.operate.pages.working import work_page
from tequio.web.shell import show

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from tequio.kit.work import WorkInfo

SECONDS = "3"


@never_cache
@require_safe
@signed_in
@in_local_time
def work(request: HttpRequest, work: UUID) -> HttpResponse:
    """How the work stands. Without a script it is asked for anew every three seconds, until somebody says stop."""
    info, actor = _reach(request, work), known_actor(request)
    page = work_page(info, clock.now(), own=info.asked_by == actor.person, still="still" in request.GET)
    response = show(request, page)
    if page.renewing:
        response["Refresh"] = SECONDS  # as a meta element would; the link beside it turns it off (WCAG 2.2.1)
    return response


@require_POST
@signed_in
def cancel_work(request: HttpRequest, work: UUID) -> HttpResponse:
    """End it between two steps; nothing half-written stays."""
    long_work.cancel(_reach(request, work).id, now=clock.now())
    return HttpResponseRedirect(reverse("work", args=[work]))


def _reach(request: HttpRequest, work: UUID) -> WorkInfo:
    """Work of an organisation where the reader could have asked for it."""
    info = long_work.look(work, now=clock.now())
    place = OrganisationId(info.scope)
    people.require(known_actor(request), ASKED_BY[info.kind], organisation=place)
    return info
