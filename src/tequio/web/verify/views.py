"""Pages for whoever relies on a certificate: no account, no cookie, nothing kept of who looked up what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from tequio.credentials import api as credentials
from tequio.credentials.vouching import api as vouching
from tequio.kit import clock
from tequio.kit.errors import NotFound
from tequio.kit.ids import normalise_code
from tequio.web.shell import show
from tequio.web.verify.forms import VerifyForm
from tequio.web.verify.limits import CappedUpload, within_limit
from tequio.web.verify.looks import looks_like
from tequio.web.verify.own import own_certificate
from tequio.web.verify.pages.certificate import certificate_page
from tequio.web.verify.pages.desk import answered, empty_desk
from tequio.web.verify.pages.why import why_page
from tequio.web.vouchings import vouching_line

if TYPE_CHECKING:
    from django.http import HttpRequest


@csrf_exempt  # changes nothing and knows nobody, so it needs no cookie
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """The desk: hand in a file, a text, a code or a link."""
    if request.method != "POST":
        return show(request, empty_desk(VerifyForm()))
    if not within_limit(request, "verify", now=clock.now()):
        return _too_often(request)
    upload = CappedUpload(request, credentials.MOST_BYTES)
    request.upload_handlers.insert(0, upload)
    form = VerifyForm(request.POST, request.FILES)  # reads the upload, past our handler
    return _answer(request, form, too_large=upload.too_large)


@never_cache
@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """The public page of a certificate."""
    now = clock.now()
    if not within_limit(request, "certificate", now=now):
        return _too_often(request)
    view = credentials.credential(code, now=now)
    verdict = credentials.explain(credentials.verify(credentials.document(view.id), now=now), now=now)
    link = credentials.short_link(view.code, reached_at=_demo_address(request))
    behind = vouching.behind_achievement(
        view.course_key, package_id=view.package_id, organisation_did=view.issuer_did, now=now
    )
    lines = [vouching_line(one, now) for one in behind]
    page = certificate_page(view, verdict, language=_language(), short_link=link, behind=lines)
    return show(request, page)


@never_cache
@require_safe
def certificate_why(request: HttpRequest, code: str) -> HttpResponse:
    """What a certificate's level rests on, and the nearest way up."""
    now = clock.now()
    if not within_limit(request, "certificate", now=now):
        return _too_often(request)
    return show(request, why_page(credentials.chain(code, now=now), language=_language()))


@require_safe
def certificate_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """The printable certificate, `?size=a5` for the small one."""
    if not within_limit(request, "pdf", now=clock.now()):
        return _too_often(request)
    size = request.GET.get("size", "a4")
    pdf = credentials.pdf(code, language=_language(), size=size, reached_at=_demo_address(request))
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="tequio-{normalise_code(code)}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def short_link(request: HttpRequest, code: str) -> HttpResponse:
    """`/c/<code>`, as printed, leads to the public page in the reader's language."""
    return HttpResponseRedirect(reverse("certificate", args=[code]))


def _answer(request: HttpRequest, form: VerifyForm, *, too_large: bool) -> HttpResponse:
    if not form.is_valid():
        return show(request, empty_desk(form), status=400)
    if form.public_code():
        return _by_code(request, form)
    data = form.handed_in()
    if form.miswritten():
        said = _("A code has 12 letters and numbers. Look at it again, character by character.")
        form.add_error(form.miswritten(), said)
    elif not data and not too_large:
        form.add_error("code", _("Write the code, choose a file, or paste the text."))
    if form.errors:
        return show(request, empty_desk(form), status=400)
    return _checked(request, form, bytes(credentials.MOST_BYTES + 1) if too_large else data)


def _by_code(request: HttpRequest, form: VerifyForm) -> HttpResponse:
    """To the certificate's page, or the answer here when a name is asked about; never the name in an address."""
    try:
        view = credentials.credential(form.public_code(), now=clock.now())
    except NotFound as unknown:
        form.add_error(form.code_field(), str(unknown))
        return show(request, empty_desk(form), status=404)
    if form.name_on_document().strip():
        return _checked(request, form, credentials.document(view.id))
    return HttpResponseRedirect(reverse("certificate", args=[view.code]))


def _checked(request: HttpRequest, form: VerifyForm, data: bytes) -> HttpResponse:
    now = clock.now()
    verdict = credentials.explain(credentials.verify(data, now=now), now=now, name=form.name_on_document())
    own = own_certificate(verdict.facts, now=now)
    page = answered(
        verdict,
        VerifyForm(),
        own=own,
        own_href=reverse("certificate", args=[own.code]) if own else "",
        looks_like=looks_like(data),
        language=_language(),
    )
    return show(request, page)


def _too_often(request: HttpRequest) -> HttpResponse:
    form = VerifyForm({})
    form.add_error(None, _("That was too often for one minute. Wait a minute and try again."))
    response = show(request, empty_desk(form), status=429)
    response["Retry-After"] = "60"
    return response


def _demo_address(request: HttpRequest) -> str | None:
    """Where this demo is served: its paper must open, and it certifies nothing. A real hub never asks the request."""
    return request.build_absolute_uri("/").rstrip("/") if settings.DEMO else None


def _language() -> str:
    return get_language() or "es"
