"""What is drawn on a certificate: its cloth, its seal and its QR code, as SVG."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import segno

from tequio.kit.weave import cloths
from tequio.kit.weave.threads import svg
from tequio_standards import badges

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tequio.credentials.values import CredentialView

MOST_VERSION = 12
INK = "#27221b"
# The dyes of the house in daylight: the style sheet's variables by name.
DYES: Mapping[str, str] = {"o": "#f4ead6", "a": "#a8323e", "b": "#24407a", "c": "#d99a1c", "d": "#2f6b45"}


def band_svg(view: CredentialView) -> str:
    """One diamond of the cloth of the course, to be laid side by side."""
    return svg(cloths.band(view.course_key, 1), DYES)


def seal_svg(view: CredentialView) -> str:
    """The seal of this one certificate."""
    return svg(cloths.rosette(view.id.hex), DYES)


def qr_svg(address: str) -> str:
    """The address as a QR code on white, sharp at any size."""
    return _drawn(segno.make(address, error="m", micro=False))


def paper_qr_svg(page: str, code: str) -> str:
    """The address of `page` with a certificate's `code` (badges.paper_code); empty when it would be too fine to scan.

    35 mm hold 65 modules of half a millimetre (version 12): what a cheap phone reads off a crumpled sheet.
    """
    parts = badges.qr_segments(page, code)
    try:
        made = segno.make(
            parts,  # type: ignore[arg-type]  # segno packs each part its own way; its stub knows one
            error="m",
            version=MOST_VERSION,
            boost_error=False,
            micro=False,
        )
    except segno.DataOverflowError:
        return ""
    return _drawn(made)


def _drawn(code: segno.QRCode) -> str:
    out = BytesIO()
    code.save(
        out,
        kind="svg",
        border=3,
        xmldecl=False,
        omitsize=True,
        dark=INK,
        light="#fff",
        svgclass=None,
        lineclass=None,
    )
    return out.getvalue().decode()
