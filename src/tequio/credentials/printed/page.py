"""Sets a sheet on paper: PDF/UA-1 and PDF/A-3a, with exactly one attachment, the signed document."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from tequio.credentials.names import printable
from tequio.credentials.printed.sheet import sheet

if TYPE_CHECKING:
    from tequio.credentials.printed.sheet import Order

SIZES = ("a4", "a5")
_DRAWINGS = ("band", "seal", "qr")  # SVG, not words
_PRESS = Path(__file__).with_name("press.py")
_NO_FONT = 3
_SECONDS = 60  # a slow box with a full page takes two


class PressFailed(RuntimeError):
    """The sheet could not be set; the message is Typst's."""


class _NoFont(Exception):
    """A sign that no font here has."""


def print_certificate(order: Order, *, document: bytes) -> bytes:
    """The PDF. A name with signs that no font here has is printed with boxes, and the sheet says so."""
    with translation.override(order.language):
        said = sheet(order)
        try:
            return _set(said, document)
        except _NoFont:
            return _set({**_boxed(said), "name_note": _note()}, document)


def _set(said: dict[str, Any], document: bytes) -> bytes:  # JSON values
    inputs = {"sheet": json.dumps(said), "credential": document.decode()}
    done = subprocess.run(  # noqa: S603 - our own program, our own interpreter
        [sys.executable, "-I", str(_PRESS)],
        input=json.dumps(inputs).encode(),
        capture_output=True,
        check=False,
        timeout=_SECONDS,
    )
    if done.returncode == _NO_FONT:
        raise _NoFont
    if done.returncode:
        raise PressFailed(done.stderr.decode(errors="replace")[-2000:])
    return done.stdout


def _boxed(value: Any) -> Any:  # JSON values
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: inner if key in _DRAWINGS else _boxed(inner) for key, inner in value.items()}
    return [_boxed(inner) for inner in value] if isinstance(value, list) else value


def _note() -> str:
    return _("Boxes stand for signs that this hub has no font for; the signed document holds them whole.")
