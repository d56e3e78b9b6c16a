"""Accrediting an issuer: which achievements it may award, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tequio.credentials.vouching import api as vouching
from tequio.kit import clock
from tequio.kit.words import say
from tequio.web.asking import known_actor, posted, signed_in
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.operate.pages.accrediting import AccreditPage
from tequio.web.operate.trust_forms import AccreditForm
from tequio.web.shell import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def accredit(request: HttpRequest) -> HttpResponse:
    """Choose an issuer of the list, say for what and until when; the hub's first organisation signs."""
    known = vouching.believed(by=known_actor(request))
    language = language_of_page()
    issuers = [(one.did, f"{say(one.names, language)} ({one.did})") for one in known]
    form = AccreditForm(posted(request), issuers=issuers)
    if form.is_bound and form.is_valid():
        try:
            return _sign(request, form)
        except vouching.VouchingRefused as refusal:
            form.add_error(None, str(refusal))
    return show(request, AccreditPage(form=form, any=bool(issuers)), status=400 if form.is_bound else 200)


def _sign(request: HttpRequest, form: AccreditForm) -> HttpResponse:
    said = form.cleaned_data
    vouching.accredit(
        did=said["issuer"],
        achievements=said["achievements"].splitlines(),
        scope=said["scope"],
        valid_until=form.ends_at(),
        by=known_actor(request),
        now=clock.now(),
    )
    messages.success(request, _("The accreditation is signed. It stands in this hub's registry."))
    return HttpResponseRedirect(reverse("trusting"))
