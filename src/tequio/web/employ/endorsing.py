"""An organisation that hires or assures quality stands behind courses of others. Its officers sign for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tequio.credentials.vouching import api as vouching
from tequio.kit import clock
from tequio.learning import api as learning
from tequio.people import api as people
from tequio.people.values import Action
from tequio.web.asking import known_actor, posted, signed_in
from tequio.web.employ.forms import ISSUER, EndorseForm, WithdrawForm
from tequio.web.employ.pages.endorsing import WithdrawPage, employ_page, endorse_page
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.shell import show
from tequio.web.staff import place
from tequio.web.vouchings import vouching_line

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from tequio.credentials.vouching.api import VouchingInfo


@never_cache
@require_safe
@signed_in
@in_local_time
def employ_home(request: HttpRequest) -> HttpResponse:
    """What the officer's organisation stands behind, and what else it may."""
    here = place(known_actor(request), Action.ENDORSEMENT_SIGN)
    courses = [card for card in learning.catalogue() if learning.course(card.key).organisation != here]
    page = employ_page(
        people.organisation(here).name,
        vouching.signed_by(here, vouching.Kind.ENDORSEMENT),
        courses,
        now=clock.now(),
        language=language_of_page(),
    )
    return show(request, page)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def endorse(request: HttpRequest, course: str) -> HttpResponse:
    """Say what was done, and until when it counts; the organisation's key signs."""
    here = place(known_actor(request), Action.ENDORSEMENT_SIGN)
    info = learning.course(course)
    form = EndorseForm(posted(request))
    if form.is_bound and form.is_valid():
        try:
            return _sign(request, form, course)
        except vouching.VouchingRefused as refusal:
            form.add_error(None, str(refusal))
    issuer = people.organisation(info.organisation).name
    page = endorse_page(people.organisation(here).name, issuer, info, form, language_of_page())
    return show(request, page, status=400 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def withdraw_vouching(request: HttpRequest, vouching_id: UUID) -> HttpResponse:
    """Stand behind something no longer: for who may have signed it."""
    which = vouching.VouchingId(vouching_id)
    found = vouching.to_withdraw(which, by=known_actor(request))
    form = WithdrawForm(posted(request))
    if form.is_bound and form.is_valid():
        try:
            return _withdraw(request, found, form.cleaned_data["reason"])
        except vouching.VouchingRefused as refusal:
            form.add_error(None, str(refusal))
    page = WithdrawPage(
        line=vouching_line(found, clock.now()),
        back=_back(found),
        here=reverse("withdraw_vouching", args=[which]),
        form=form,
    )
    return show(request, page, status=400 if form.is_bound else 200)


def _sign(request: HttpRequest, form: EndorseForm, course: str) -> HttpResponse:
    said, actor = form.cleaned_data, known_actor(request)
    vouching.endorse(
        course_key=course,
        organisation=place(actor, Action.ENDORSEMENT_SIGN),
        claim=vouching.Claim(said["claim"]),
        count=said["count"] or 0,
        comment=said["comment"],
        whole_issuer=said["about"] == ISSUER,
        valid_until=form.ends_at(),
        by=actor,
        now=clock.now(),
    )
    messages.success(request, _("The endorsement is signed. It stands on the page of the course."))
    return HttpResponseRedirect(reverse("employ_home"))


def _withdraw(request: HttpRequest, found: VouchingInfo, reason: str) -> HttpResponse:
    vouching.withdraw(vouching=found.id, reason=reason, by=known_actor(request), now=clock.now())
    messages.success(request, _("It was taken back. Whoever checks it from now on is told so."))
    return HttpResponseRedirect(_back(found))


def _back(found: VouchingInfo) -> str:
    return reverse("employ_home" if found.kind is vouching.Kind.ENDORSEMENT else "trusting")
