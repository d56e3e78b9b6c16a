"""Roles: who holds which, giving one until a day, ending one. Only within the operator's own organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tequio.kit import clock
from tequio.kit.errors import NotAllowed
from tequio.people import api as people
from tequio.people.roster import api as roster
from tequio.people.values import Action, PersonId, Role
from tequio.web.asking import known_actor, signed_in
from tequio.web.learn.visitor import in_local_time
from tequio.web.operate.pages.granting import GrantPage, RolesPage, grant_line, person_line
from tequio.web.operate.role_forms import GIVEN, EndForm, GrantForm
from tequio.web.operate.role_words import role_sentence, role_word
from tequio.web.shell import show
from tequio.web.staff import place

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from tequio.people.values import PersonInfo

MOST = 20  # people found at once: another word narrows the search


@never_cache
@require_safe
@signed_in
@in_local_time
def roles(request: HttpRequest) -> HttpResponse:
    actor = known_actor(request)
    here = place(actor, Action.ROLE_GRANT)
    text = request.GET.get("q", "").strip()[:100]
    held = roster.held_grants(organisation=here, by=actor, now=clock.now())
    page = RolesPage(
        text=text,
        found=[person_line(one) for one in people.find_people(by=actor, text=text, limit=MOST)]
        if text
        else [],
        grants=[grant_line(one) for one in held],
        meanings=[(role_word(role), role_sentence(role)) for role in GIVEN],
    )
    return show(request, page)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def grant_role(request: HttpRequest, person: UUID) -> HttpResponse:
    """One person of the operator's organisation: what they hold; a POST gives them one more."""
    whom = _reach(request, person)
    today = timezone.localtime(clock.now()).date()
    form = GrantForm(request.POST if request.method == "POST" else None, today=today)
    if form.is_valid():
        return _give(request, whom, form)
    return show(request, _page(request, whom, form), status=400 if form.is_bound else 200)


@require_POST
@signed_in
def end_role(request: HttpRequest, person: UUID) -> HttpResponse:
    """The role ends now. Nobody ends their own: the last operator would lock everybody out."""
    whom, form = _reach(request, person), EndForm(request.POST)
    actor, now = known_actor(request), clock.now()
    if whom.id == actor.person:
        raise NotAllowed(_("You cannot end a role of your own. Ask another operator."))
    if not form.is_valid():
        raise BadRequest
    role, run = form.which()
    people.grant(
        person=whom.id, role=role, organisation=whom.organisation, run=run, by=actor, now=now, expires_at=now
    )
    told = _("%(name)s is no longer: %(role)s.") % {"name": whom.name, "role": role_word(role)}
    messages.success(request, told)
    return HttpResponseRedirect(reverse("roles"))


def _reach(request: HttpRequest, person: UUID) -> PersonInfo:
    """Somebody of an organisation where the reader gives roles."""
    whom = people.person(PersonId(person))
    people.require(known_actor(request), Action.ROLE_GRANT, organisation=whom.organisation)
    return whom


def _page(request: HttpRequest, whom: PersonInfo, form: GrantForm) -> GrantPage:
    actor = known_actor(request)
    held = roster.held_grants(organisation=whom.organisation, by=actor, now=clock.now())
    return GrantPage(
        person=person_line(whom),
        end_href=reverse("end_role", args=[whom.id]),
        grants=[grant_line(one) for one in held if one.person.id == whom.id],
        own=whom.id == actor.person,
        form=form,
    )


def _give(request: HttpRequest, whom: PersonInfo, form: GrantForm) -> HttpResponse:
    actor, role, until = known_actor(request), Role(form.cleaned_data["role"]), form.expires_at()
    if whom.id == actor.person and role is Role.OPERATOR:
        raise NotAllowed(_("You cannot change your own operator role. Ask another operator."))
    people.grant(
        person=whom.id, role=role, organisation=whom.organisation, by=actor, now=clock.now(), expires_at=until
    )
    told = _("%(name)s is now: %(role)s.") % {"name": whom.name, "role": role_word(role)}
    messages.success(request, told)
    return HttpResponseRedirect(reverse("roles"))
