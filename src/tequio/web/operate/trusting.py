"""Issuers elsewhere whom this hub believes: a registry is looked at, taken in, and an issuer taken off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from tequio.credentials.vouching import api as vouching
from tequio.kit import clock
from tequio.people import api as people
from tequio.people.values import Action
from tequio.web.asking import known_actor, known_person, posted, signed_in
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.operate import uploads
from tequio.web.operate.pages.trusting import RemovePage, issuer_line, report_page, trusting_page
from tequio.web.operate.trust_forms import ConfirmForm, RegistryForm, RemoveForm
from tequio.web.shell import show
from tequio.web.verify.limits import CappedUpload

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@csrf_exempt  # reading the token reads the body, so the cap comes first; `_asked` is protected
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def trusting(request: HttpRequest) -> HttpResponse:
    """Whom the hub believes, and a registry to look at."""
    _guard(request)
    upload = CappedUpload(request, vouching.MOST_REGISTRY_BYTES)
    request.upload_handlers.insert(0, upload)
    return _asked(request, upload)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def trusting_report(request: HttpRequest, token: str) -> HttpResponse:
    """What the registry would change; a POST takes it in."""
    _guard(request)
    path, _name = uploads.reach(token, by=known_person(request))
    data, now = path.read_bytes(), clock.now()
    plan = vouching.look(data, by=known_actor(request), now=now)
    form = ConfirmForm(posted(request), plan=plan)
    if form.is_bound and form.is_valid():
        try:
            vouching.take(data, by=known_actor(request), now=now, confirmed=form.confirmed())
        except vouching.RegistryRefused as refusal:
            form.add_error(
                form.field_of(refusal.did), _("This is not the end of the new key. Nothing was taken.")
            )
        else:
            uploads.forget(path)
            messages.success(request, _("The registry of %(name)s was taken in.") % {"name": plan.name})
            return HttpResponseRedirect(reverse("trusting"))
    page = report_page(plan, form, token, language_of_page())
    return show(request, page, status=400 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def trusting_remove(request: HttpRequest) -> HttpResponse:
    """Say why an issuer is believed no longer."""
    _guard(request)
    did = request.GET.get("did", "")
    found = next((one for one in vouching.believed(by=known_actor(request)) if one.did == did), None)
    if found is None:
        raise Http404
    form = RemoveForm(posted(request))
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        vouching.remove(did=did, reason=reason, by=known_actor(request), now=clock.now())
        messages.success(request, _("The hub no longer believes %(did)s.") % {"did": did})
        return HttpResponseRedirect(reverse("trusting"))
    page = RemovePage(issuer=issuer_line(found, language_of_page()), form=form)
    return show(request, page, status=400 if form.is_bound else 200)


@csrf_protect
def _asked(request: HttpRequest, upload: CappedUpload) -> HttpResponse:
    form = RegistryForm(request.POST, request.FILES) if request.method == "POST" else RegistryForm()
    if upload.too_large:
        form.errors.clear()
        form.add_error(
            "file", _("This registry is larger than any that is read here. Ask the hub for a smaller one.")
        )
    elif form.is_bound and form.is_valid():
        return _look(request, form)
    return _page(request, form)


def _look(request: HttpRequest, form: RegistryForm) -> HttpResponse:
    """Keep the upload if it may be taken at all."""
    now = clock.now()
    token = uploads.keep(form.cleaned_data["file"], by=known_person(request), now=now)
    path, _name = uploads.reach(token, by=known_person(request))
    try:
        vouching.look(path.read_bytes(), by=known_actor(request), now=now)
    except vouching.RegistryRefused as refusal:
        uploads.forget(path)
        form.add_error("file", str(refusal))
        return _page(request, form)
    return HttpResponseRedirect(reverse("trusting_report", args=[token]))


def _page(request: HttpRequest, form: RegistryForm) -> HttpResponse:
    actor = known_actor(request)
    page = trusting_page(
        form,
        believed=vouching.believed(by=actor),
        intakes=vouching.intakes(by=actor),
        accreditations=vouching.accreditations(by=actor),
        now=clock.now(),
        language=language_of_page(),
    )
    return show(request, page, status=400 if form.is_bound else 200)


def _guard(request: HttpRequest) -> None:
    hub = people.organisations()[0].id
    people.require(known_actor(request), Action.HUB_OPERATE, organisation=hub)
