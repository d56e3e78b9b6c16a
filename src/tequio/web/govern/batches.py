"""Results from elsewhere: upload a file and describe the course, read the preview, confirm; issuing is long work."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from django.http import HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from tequio.credentials.batches import api as batches
from tequio.kit import clock
from tequio.people.values import Action
from tequio.web.asking import known_actor, known_person, signed_in
from tequio.web.govern.batch_form import BatchForm
from tequio.web.govern.pages.batches import (
    BatchesPage,
    IssueBatchPage,
    batch_line,
    preview_page,
)
from tequio.web.learn.pages.measures import size
from tequio.web.learn.visitor import in_local_time, language_of_page
from tequio.web.operate import errands, uploads
from tequio.web.shell import show
from tequio.web.staff import place
from tequio.web.verify.limits import CappedUpload

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from tequio.people.values import OrganisationId

MOST_BYTES = 64_000_000  # larger ones: `tequio credentials issue` on the server


@never_cache
@require_safe
@signed_in
@in_local_time
def govern_batches(request: HttpRequest) -> HttpResponse:
    """Every batch that the officer's organisation issued."""
    found = batches.batches(organisation=_here(request), by=known_actor(request))
    return show(request, BatchesPage([batch_line(info) for info in found]))


@csrf_exempt  # reading the token reads the body, so the cap comes first; `_asked` is protected
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def issue_batch(request: HttpRequest) -> HttpResponse:
    """The file and the course. One that is too large is read off the line and thrown away."""
    _here(request)
    upload = CappedUpload(request, MOST_BYTES)
    request.upload_handlers.insert(0, upload)
    return _asked(request, upload)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def batch_preview(request: HttpRequest, token: str) -> HttpResponse:
    """What would be issued, or every line that has to be put right; a POST confirms it."""
    here = _here(request)
    path, name = uploads.reach(token, by=known_person(request))
    about = json.loads(uploads.beside(path))
    sheet, trouble = _looked(request, path, about, here)
    page = preview_page(sheet, file=name, title=about["title"], token=token, trouble=trouble)
    if request.method != "POST":
        return show(request, page)
    if trouble or page.problems:
        return show(request, page, status=400)
    errand = errands.ask(request, errands.ISSUE, scope=here, subject=path.name, file=path.name, name=name)
    return HttpResponseRedirect(reverse("work", args=[errand]))


@never_cache
@require_safe
@signed_in
def batch_codes(request: HttpRequest, batch: UUID) -> HttpResponseBase:
    """All codes as CSV, for the platform that the results came from."""
    info = batches.batch(batches.BatchId(batch), by=known_actor(request))
    rows = batches.table(info.id, by=known_actor(request))
    response = StreamingHttpResponse(_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="codes-{str(batch)[:8]}.csv"'
    return response


class _Echo:
    """What a csv writer writes is what comes back."""

    def write(self, text: str) -> str:
        return text


def _lines(rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff"
    yield writer.writerow(("code", "link", "name", "finished", "score", "language", "revoked"))
    for row in rows:
        yield writer.writerow(row)


@csrf_protect
def _asked(request: HttpRequest, upload: CappedUpload) -> HttpResponse:
    form = (
        BatchForm(request.POST, request.FILES) if request.method == "POST" else BatchForm(initial=_initial())
    )
    if upload.too_large:
        told = _("This file is larger than %(most)s. On the server, run: tequio credentials issue")
        form.errors.clear()
        form.add_error("file", told % {"most": size(MOST_BYTES)})
    elif form.is_valid():
        try:
            return _keep(request, form)
        except batches.AboutRefused as refusal:
            form.add_error(None, str(refusal))
    return show(request, IssueBatchPage(form, size(MOST_BYTES)), status=400 if form.is_bound else 200)


def _keep(request: HttpRequest, form: BatchForm) -> HttpResponse:
    about = form.about()
    batches.make_about(about)
    by = known_person(request)
    token = uploads.keep(form.cleaned_data["file"], by=by, now=clock.now())
    uploads.put_beside(uploads.reach(token, by=by)[0], json.dumps(about))
    return HttpResponseRedirect(reverse("batch_preview", args=[token]))


def _looked(
    request: HttpRequest, path: Path, about: dict[str, Any], here: OrganisationId
) -> tuple[batches.Sheet | None, str]:  # about: as the form had it
    try:
        described, by = batches.make_about(about), known_actor(request)
        return batches.look(path, about=described, organisation=here, by=by, now=clock.now()), ""
    except batches.BatchRefused as refusal:
        return None, str(refusal)


def _initial() -> dict[str, str]:
    return {"language": language_of_page()}


def _here(request: HttpRequest) -> OrganisationId:
    return place(known_actor(request), Action.CREDENTIAL_ISSUE)
