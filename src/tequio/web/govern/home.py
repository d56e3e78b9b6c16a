"""The officer's pages: the register of certificates, the revocation log, and revoking. No other power."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tequio.credentials import api as credentials
from tequio.credentials.register import api as register
from tequio.kit import clock
from tequio.people.values import Action
from tequio.web.asking import known_actor, signed_in
from tequio.web.govern.forms import RevokeForm
from tequio.web.govern.pages.register import GovernPage, issued_line, revoked_line
from tequio.web.govern.pages.revoking import revoke_page
from tequio.web.learn.visitor import in_local_time
from tequio.web.paging import page_number
from tequio.web.shell import show
from tequio.web.staff import place

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from tequio.credentials.values import CredentialView

PER_PAGE = 25


@never_cache
@require_safe
@signed_in
@in_local_time
def govern_home(request: HttpRequest) -> HttpResponse:
    """What the officer's organisation issued, by any part of a name or code, and what it revoked."""
    actor = known_actor(request)
    here = place(actor, Action.CREDENTIAL_REVOKE)
    text, num = request.GET.get("q", "").strip()[:100], page_number(request.GET.get("page", ""))
    total = register.count_issued(organisation=here, by=actor, text=text)
    found = register.issued(organisation=here, by=actor, text=text, limit=PER_PAGE, skip=num * PER_PAGE)
    more = (num + 1) * PER_PAGE < total
    page = GovernPage(
        text=text,
        total=total,
        issued=[issued_line(one) for one in found],
        first=num * PER_PAGE + 1,
        next_query=urlencode({"q": text, "page": str(num + 2)}) if more else "",
        log=[revoked_line(one) for one in register.revocations(organisation=here, by=actor)],
    )
    return show(request, page)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def revoke_certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Say why, and confirm. It is for good: the page says so before, and the log afterwards."""
    view = register.to_revoke(code, by=known_actor(request))
    form = RevokeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _revoke(request, view, form.cleaned_data["reason"])
        except credentials.RevocationRefused as refusal:
            form.add_error(None, str(refusal))
    return show(request, revoke_page(view, form), status=400 if form.is_bound else 200)


def _revoke(request: HttpRequest, view: CredentialView, reason: str) -> HttpResponse:
    credentials.revoke(credential=view.id, reason=reason, by=known_actor(request), now=clock.now())
    told = _("The certificate of %(name)s is revoked. Whoever checks it from now on is told so.")
    messages.success(request, told % {"name": view.learner_name})
    return HttpResponseRedirect(reverse("govern_home"))
