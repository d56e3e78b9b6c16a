"""My wallet: certificates that a learner brings from elsewhere, checked anew at each look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tequio.credentials.wallet import api as wallets
from tequio.kit import clock
from tequio.web.asking import known_actor, signed_in
from tequio.web.learn.pages.wallet import WalletForm, WalletPage, brought_page, wallet_line
from tequio.web.learn.visitor import in_local_time
from tequio.web.saying import size
from tequio.web.shell import show
from tequio.web.verify.limits import CappedUpload, within_limit

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest


@csrf_exempt  # reading the token reads the body, so the cap comes first; `_asked` is protected
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@in_local_time
def wallet(request: HttpRequest) -> HttpResponse:
    """Everything brought, and a file to bring."""
    upload = CappedUpload(request, wallets.MOST_FILE_BYTES)
    request.upload_handlers.insert(0, upload)
    return _asked(request, upload)


@never_cache
@require_safe
@signed_in
@in_local_time
def wallet_item(request: HttpRequest, brought: UUID) -> HttpResponse:
    """One of them with all its checks."""
    which = wallets.WalletId(brought)
    return show(request, brought_page(wallets.brought(which=which, by=known_actor(request), now=clock.now())))


@never_cache
@require_safe
@signed_in
def wallet_file(request: HttpRequest, brought: UUID) -> HttpResponse:
    """The file as it was brought; nothing that a browser would open as a page."""
    name, data = wallets.brought_file(which=wallets.WalletId(brought), by=known_actor(request))
    return HttpResponse(
        data,
        content_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{_safe(name)}"'},
    )


@require_POST
@signed_in
def wallet_discard(request: HttpRequest, brought: UUID) -> HttpResponse:
    """Delete it for good."""
    wallets.discard(which=wallets.WalletId(brought), by=known_actor(request))
    messages.success(request, _("The file was deleted."))
    return HttpResponseRedirect(reverse("wallet"))


@csrf_protect
def _asked(request: HttpRequest, upload: CappedUpload) -> HttpResponse:
    form = WalletForm(request.POST, request.FILES) if request.method == "POST" else WalletForm()
    if upload.too_large:
        form.errors.clear()
        form.add_error("file", _("This file is larger than 2 MB. Bring the certificate as JSON or PDF."))
    elif form.is_bound and form.is_valid():
        try:
            return _bring(request, form)
        except wallets.WalletRefused as refusal:
            form.add_error("file", str(refusal))
    found = wallets.wallet(by=known_actor(request), now=clock.now())
    page = WalletPage(
        form=form,
        most=size(wallets.MOST_FILE_BYTES),
        number=wallets.MOST_FILES,
        brought=[wallet_line(one) for one in found],
    )
    return show(request, page, status=400 if form.is_bound else 200)


def _bring(request: HttpRequest, form: WalletForm) -> HttpResponse:
    now, file = clock.now(), form.cleaned_data["file"]
    if not within_limit(request, "verify", now=now):
        raise wallets.WalletRefused(_("That was too often for one minute. Wait a minute and try again."))
    data = bytes(file.read(wallets.MOST_FILE_BYTES + 1))
    which = wallets.bring(data=data, name=file.name or "", by=known_actor(request), now=now)
    return HttpResponseRedirect(reverse("wallet_item", args=[which]))


def _safe(name: str) -> str:
    return (
        "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in "._-"))
        or "file"
    )
