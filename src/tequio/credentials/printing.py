"""The printed certificate, on demand: nothing but the signed document is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from tequio.credentials import viewing
from tequio.credentials.printed.page import SIZES, print_certificate
from tequio.credentials.printed.sheet import Order
from tequio.credentials.templating import document_of, paper_code
from tequio.kit.errors import NotFound

if TYPE_CHECKING:
    from tequio.credentials.values import CredentialId


def pdf(
    credential: CredentialId | str, *, language: str, size: str = "a4", reached_at: str | None = None
) -> bytes:
    """A PDF/UA-1 and PDF/A-3a on A4 or A5, with the signed document as its only attachment.

    `reached_at`: where a demo is served, since its own address can never exist; real paper names the hub's.
    """
    if size not in SIZES:
        raise NotFound(_("Certificates are printed on A4 or A5."))
    row = viewing.credential_row(credential)
    with translation.override(language):
        view = viewing.credential(row.code)
    order = Order(
        view=view,
        size=size,
        language=language,
        address=short_link(view.code, reached_at=reached_at),
        page=f"{reached_at or settings.HUB_URL}/{language}/verify/offline/",
        code=paper_code(row),
    )
    return print_certificate(order, document=document_of(row))


def short_link(code: str, *, reached_at: str | None = None) -> str:
    """The address behind the QR code."""
    return f"{reached_at or settings.HUB_URL}/c/{code}"
