"""What is drawn on a certificate: its cloth, its seal and its QR code, as SVG."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import segno

from tequio.kit.weave import cloths
from tequio.kit.weave.threads import svg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tequio.credentials.values import CredentialView

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
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(
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
