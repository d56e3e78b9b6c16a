"""Practice in a step: answer, take a hint, see the answer. Then back to the step, at what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tequio.assessment import api as assessment
from tequio.kit import clock
from tequio.kit.errors import NotFound, Refused
from tequio.learning import api as learning
from tequio.records import api as records
from tequio.web.asking import known_actor
from tequio.web.learn.responses import response_in
from tequio.web.learn.studying import read_step, show_step
from tequio.web.learn.visitor import enrolment_in, language_of_page, to_join

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from tequio.learning.values import Enrolment, StepPage
    from tequio.people.values import Actor, OrganisationId
    from tequio_standards.qti import Item


class Common(TypedDict):
    """What every act on a practice item says."""

    item: Item
    registration: UUID
    actor_name: str
    object_id: str
    language: str
    by: Actor
    now: datetime
    store: OrganisationId


@require_POST
def practice_item(request: HttpRequest, course: str, module: str, step: str, item: str) -> HttpResponse:
    here = reverse("step", args=[course, module, step])
    enrolment = enrolment_in(request, course)
    if enrolment is None:
        return to_join(here)
    content = read_step(enrolment, course, module, step)
    try:
        act(request, enrolment, item_of(content, item))
    except Refused as refusal:
        return show_step(request, enrolment, content, {item: str(refusal)}, status=400)
    part = "hints" if request.POST.get("do") == "hint" else "said"
    return HttpResponseRedirect(f"{here}#{part}-{item}")


def item_of(content: StepPage, key: str) -> Item:
    found = next((item for item in content.items if item.key == key), None)
    if found is None:
        raise NotFound(_("There is no such item in this step."))
    return found


def act(request: HttpRequest, enrolment: Enrolment, item: Item) -> None:
    """Do what the pressed button says; an answer when no button is named (Enter in a text field)."""
    common = Common(
        item=item,
        registration=enrolment.id,
        actor_name=records.pseudonym(enrolment.person, organisation=enrolment.organisation),
        object_id=learning.item_iri(enrolment.course_key, item.key),
        language=language_of_page(),
        by=known_actor(request),
        now=clock.now(),
        store=enrolment.organisation,
    )
    wish = request.POST.get("do")
    if wish == "hint":
        assessment.take_hint(**common)
    elif wish == "reveal":
        assessment.reveal(**common)
    else:
        assessment.answer_practice(**common, response=response_in(request.POST, item.key))
