"""Bringing in a course: upload, read the report of every piece, then confirm; the import itself is long work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from tequio.kit import clock
from tequio.learning.exchange import api as exchange
from tequio.people.values import Action
from tequio.web.asking import known_actor, known_person, signed_in
from tequio.web.learn.pages.measures import size
from tequio.web.operate import errands, uploads
from tequio.web.operate.import_form import ImportForm
from tequio.web.operate.pages.importing import import_page, report_page
from tequio.web.shell import show
from tequio.web.staff import place
from tequio.web.verify.limits import CappedUpload

if TYPE_CHECKING:
    from pathlib import Path

    from django.http import HttpRequest, HttpResponse

MOST_BYTES = 32_000_000  # unpacked and read in memory; larger ones: `tequio import` on the server


@csrf_exempt  # reading the token reads the body, so the cap comes first; `_asked` is protected
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def import_course(request: HttpRequest) -> HttpResponse:
    """Choose a file. One that is too large is read off the line and thrown away."""
    place(known_actor(request), Action.COURSE_IMPORT)
    upload = CappedUpload(request, MOST_BYTES)
    request.upload_handlers.insert(0, upload)
    return _asked(request, upload)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def import_report(request: HttpRequest, token: str) -> HttpResponse:
    """What becomes of every piece; a POST confirms it."""
    place(known_actor(request), Action.COURSE_IMPORT)
    path, name = uploads.reach(token, by=known_person(request))
    if request.method == "POST":
        return _bring(request, path, name, token)
    return show(request, report_page(exchange.look_at(path), name, token))


@csrf_protect
def _asked(request: HttpRequest, upload: CappedUpload) -> HttpResponse:
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if upload.too_large:
        told = _("This file is larger than %(most)s. On the server, run: tequio import")
        form.errors.clear()
        form.add_error("file", told % {"most": size(MOST_BYTES)})
    elif form.is_valid():
        return _look(request, form)
    return show(request, import_page(form, MOST_BYTES), status=400 if form.is_bound else 200)


def _look(request: HttpRequest, form: ImportForm) -> HttpResponse:
    """Keep the upload if it can be read at all."""
    token = uploads.keep(form.cleaned_data["file"], by=known_person(request), now=clock.now())
    path, _name = uploads.reach(token, by=known_person(request))
    try:
        exchange.look_at(path)
    except exchange.ImportRefused as refusal:
        uploads.forget(path)
        form.add_error("file", str(refusal))
        return show(request, import_page(form, MOST_BYTES), status=400)
    return HttpResponseRedirect(reverse("import_report", args=[token]))


def _bring(request: HttpRequest, path: Path, name: str, token: str) -> HttpResponse:
    """Confirmed twice is imported once."""
    here = place(known_actor(request), Action.COURSE_IMPORT)
    errand = errands.ask(
        request, errands.IMPORT, scope=here, subject=path.name, file=path.name, name=name, token=token
    )
    return HttpResponseRedirect(reverse("work", args=[errand]))
