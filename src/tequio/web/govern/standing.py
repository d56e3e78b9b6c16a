"""Suspending, reinstating and correcting: each with a reason, each only by an officer of the issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tequio.credentials.register import api as register
from tequio.credentials.standing import api as standing
from tequio.kit import clock
from tequio.web.asking import known_actor, signed_in
from tequio.web.govern.pages.standing import standing_page
from tequio.web.govern.standing_forms import CorrectForm, ReasonForm
from tequio.web.learn.visitor import in_local_time
from tequio.web.shell import show

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from tequio.credentials.values import CredentialView

    Doing = Callable[[HttpRequest, CredentialView, dict[str, str]], str]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def suspend_certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Stop standing by it for now."""
    return _act(request, code, "suspend", ReasonForm, _suspend)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def reinstate_certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Stand by it again."""
    return _act(request, code, "reinstate", ReasonForm, _reinstate)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def correct_certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Sign it again with the right name."""
    return _act(request, code, "correct", CorrectForm, _correct)


def _act(request: HttpRequest, code: str, act: str, kind: type[ReasonForm], doing: Doing) -> HttpResponse:
    view = register.to_revoke(code, by=known_actor(request))
    form = kind(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            messages.success(request, doing(request, view, form.cleaned_data))
            return HttpResponseRedirect(reverse("govern_home"))
        except (standing.SuspensionRefused, standing.CorrectionRefused) as refusal:
            form.add_error(None, str(refusal))
    return show(request, standing_page(act, view, form), status=400 if form.is_bound else 200)


def _suspend(request: HttpRequest, view: CredentialView, said: dict[str, str]) -> str:
    standing.suspend(credential=view.id, reason=said["reason"], by=known_actor(request), now=clock.now())
    return _("The certificate of %(name)s is suspended.") % {"name": view.learner_name}


def _reinstate(request: HttpRequest, view: CredentialView, said: dict[str, str]) -> str:
    standing.reinstate(credential=view.id, reason=said["reason"], by=known_actor(request), now=clock.now())
    return _("The certificate of %(name)s stands again.") % {"name": view.learner_name}


def _correct(request: HttpRequest, view: CredentialView, said: dict[str, str]) -> str:
    name, reason = said["learner_name"], said["reason"]
    by = known_actor(request)
    standing.correct(credential=view.id, learner_name=name, reason=reason, by=by, now=clock.now())
    return _("There is a new certificate in the name of %(name)s; the old one is revoked.") % {"name": name}
