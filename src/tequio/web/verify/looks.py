"""What a file that holds no certificate seems to be, so that the answer can say what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_PHOTO = _(
    "It looks like a photo. A photo carries no signature: write the code that is printed on the paper."
)
_PICTURE = _(
    "It looks like a picture without a certificate inside, perhaps a screenshot. "
    "Write the code that is printed on the certificate."
)
_PAPER = _(
    "It looks like a PDF without a certificate inside, perhaps a scan. Write the code that is printed on it."
)
_PAGE = _("It looks like a saved web page. Open the certificate's page and download the PDF from there.")
_OFFICE = _("It looks like an office document or an archive. Ask for the PDF that was downloaded.")

_BEGINNINGS: tuple[tuple[bytes, _StrPromise], ...] = (
    (b"\xff\xd8\xff", _PHOTO),
    (b"RIFF", _PHOTO),
    (b"\x89PNG", _PICTURE),
    (b"<svg", _PICTURE),
    (b"%PDF", _PAPER),
    (b"<!doctype html", _PAGE),
    (b"<html", _PAGE),
    (b"PK\x03\x04", _OFFICE),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
)


def looks_like(data: bytes) -> str:
    """One sentence and what to do; empty when its beginning is nothing known."""
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if data[4:8] == b"ftyp":  # HEIC, as phones make them
        return str(_PHOTO)
    return next((str(said) for sign, said in _BEGINNINGS if start.startswith(sign.lower())), "")
