"""Sets a sheet on paper: PDF/UA-1 and PDF/A-3a, with exactly one attachment, the signed document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst
from django.utils import translation
from django.utils.translation import gettext as _

from tequio.credentials.names import printable
from tequio.credentials.printed.sheet import sheet

if TYPE_CHECKING:
    from tequio.credentials.printed.sheet import Order

SIZES = ("a4", "a5")
_DRAWINGS = ("band", "qr")  # SVG, not words
_SOURCE = (Path(__file__).parent / "certificate.typ").read_bytes()


def print_certificate(order: Order, *, document: bytes) -> bytes:
    """The PDF. A name with signs that no font here has is printed with boxes, and the sheet says so."""
    with translation.override(order.language):
        said = sheet(order)
        try:
            return _set(said, document)
        except typst.TypstError as error:
            if "could not be displayed with font" not in error.message:
                raise
            return _set({**_boxed(said), "name_note": _note()}, document)


def _set(said: dict[str, Any], document: bytes) -> bytes:  # JSON values
    # Words travel as data (sys.inputs), never as source: a hostile name is only ever text.
    inputs = {"sheet": json.dumps(said), "credential": document.decode()}
    pdf = typst.compile(_SOURCE, sys_inputs=inputs, format="pdf", pdf_standards=["a-3a", "ua-1"])
    assert isinstance(pdf, bytes)
    return pdf


def _boxed(value: Any) -> Any:  # JSON values
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: inner if key in _DRAWINGS else _boxed(inner) for key, inner in value.items()}
    return [_boxed(inner) for inner in value] if isinstance(value, list) else value


def _note() -> str:
    return _("Boxes stand for signs that this hub has no font for; the signed document holds them whole.")
