"""base64url as JOSE writes it (RFC 7515 §2): no padding, no other letters, one text for one sequence of bytes."""

import base64
import binascii
import re
from typing import Final

from tequio_standards.vc.errors import CredentialError

_LETTERS: Final = re.compile(r"[A-Za-z0-9_-]*\Z")


def base64url(data: bytes) -> str:
    """Without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def base64url_decode(text: object) -> bytes:
    """The inverse; CredentialError `malformed` for padding, foreign letters and stray last bits."""
    if not isinstance(text, str) or not _LETTERS.match(text):
        raise CredentialError("malformed", "A value is not base64url.")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as cause:
        raise CredentialError("malformed", "A value is not base64url.") from cause
    if base64url(data) != text:
        raise CredentialError("malformed", "A base64url value has stray bits at its end.")
    return data
