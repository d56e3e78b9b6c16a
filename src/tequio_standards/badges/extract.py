"""Finding the one credential in what somebody uploads: JSON or a JWT, or a PNG, SVG or PDF that carries it."""

from typing import Final

from tequio_standards.badges.form import types_of
from tequio_standards.badges.pdf import extract_pdf
from tequio_standards.badges.png import SIGNATURE, extract_png
from tequio_standards.badges.svg import extract_svg
from tequio_standards.strict import load_json
from tequio_standards.vc import CredentialError

MOST_CONTAINER_BYTES: Final = 5_000_000
_ENVELOPE: Final = b"EnvelopedVerifiableCredential"
_JWT_DATA: Final = "data:application/vc+jwt,"
MOST_JWT_BYTES: Final = 350_000  # a third more than the JSON inside


def extract(data: bytes) -> bytes:
    """The JSON or JWT inside `data`; CredentialError (`no_credential`, `ambiguous_container`, …) or StrictError."""
    if len(data) > MOST_CONTAINER_BYTES:
        raise CredentialError("too_large", f"it has {len(data)} bytes.")
    return _unwrapped(data)


def jwt_in(text: bytes) -> str | None:
    """The compact JWS that `text` is, or None for JSON; CredentialError for forms of JWT that are not checked here."""
    text = _enveloped(text)
    if text.lstrip()[:3] != b"eyJ":
        return None
    if len(text) > MOST_JWT_BYTES:
        raise CredentialError("too_large", f"it has {len(text)} bytes.")
    if b"~" in text or text.count(b".") == 4:  # selective disclosure; encrypted
        raise CredentialError("jwt_not_checked", "it is a JWT that hides something.")
    try:
        return text.strip().decode("ascii")
    except UnicodeDecodeError as cause:
        raise CredentialError("malformed", "it is not a JWT.") from cause


def _enveloped(text: bytes) -> bytes:
    """What an EnvelopedVerifiableCredential carries in its id (VCDM 2.0 §4.12), or `text` itself for all else."""
    if _ENVELOPE not in text or text.lstrip()[:1] != b"{":
        return text
    document = load_json(text, max_bytes=MOST_JWT_BYTES)
    if not isinstance(document, dict) or _ENVELOPE.decode() not in types_of(document):
        return text
    carried = document.get("id")
    if document.keys() != {"@context", "id", "type"} or not isinstance(carried, str):
        raise CredentialError("malformed", "it is an envelope with something beside it.")
    if not carried.startswith(_JWT_DATA):
        raise CredentialError("jwt_not_checked", "it is an envelope around another form.")
    if not carried.startswith(f"{_JWT_DATA}eyJ"):
        raise CredentialError("malformed", "it is an envelope without a JWT.")
    return carried.removeprefix(_JWT_DATA).encode("utf-8")


def _unwrapped(data: bytes) -> bytes:
    if data.startswith(SIGNATURE):
        return extract_png(data)
    if data[:1_024].lstrip().startswith(b"%PDF-"):
        return extract_pdf(data)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        return extract_svg(data)
    return data
