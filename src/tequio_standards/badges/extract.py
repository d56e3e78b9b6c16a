"""Finding the one credential in what somebody uploads: JSON, or a PNG, SVG or PDF that carries it."""

from typing import Final

from tequio_standards.badges.pdf import extract_pdf
from tequio_standards.badges.png import SIGNATURE, extract_png
from tequio_standards.badges.svg import extract_svg
from tequio_standards.vc import CredentialError

MOST_CONTAINER_BYTES: Final = 5_000_000


def extract(data: bytes) -> bytes:
    """The JSON inside `data`; CredentialError (`no_credential`, `ambiguous_container`, …) or StrictError."""
    if len(data) > MOST_CONTAINER_BYTES:
        raise CredentialError("too_large", f"it has {len(data)} bytes.")
    text = _unwrapped(data)
    if text.lstrip()[:3] == b"eyJ":
        raise CredentialError("jwt_not_checked", "it is a JWT.")
    return text


def _unwrapped(data: bytes) -> bytes:
    if data.startswith(SIGNATURE):
        return extract_png(data)
    if data[:1_024].lstrip().startswith(b"%PDF-"):
        return extract_pdf(data)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        return extract_svg(data)
    return data
