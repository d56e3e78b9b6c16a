"""Multibase and Multikey (Controlled Identifiers 1.0 §2.4, §2.2.2): bytes to the short texts in proofs and DIDs."""

import base64
import binascii

from tequio_standards.vc.errors import CredentialError

ED25519_PRIVATE = b"\x80\x26"  # the varint of 0x1300
_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_PAIRS = tuple(high + low for high in _ALPHABET for low in _ALPHABET)
_LONGEST = 800  # base58 is quadratic; an RSA key of 4,096 bits has 722 letters


def base58(data: bytes) -> str:
    """Base58 with the bitcoin alphabet."""
    zeros = len(data) - len(data.lstrip(b"\0"))
    number = int.from_bytes(data, "big")
    pieces: list[str] = []
    while number:  # four letters at a time: a signature costs a quarter of what one at a time does
        number, rest = divmod(number, 58**4)
        high, low = divmod(rest, 58**2)
        pieces.append(_PAIRS[high] + _PAIRS[low])
    pieces.reverse()
    return "1" * zeros + "".join(pieces).lstrip("1")


def base58_decode(text: str) -> bytes:
    """The inverse of `base58`; CredentialError for anything else."""
    if len(text) > _LONGEST:
        raise CredentialError("malformed", "A base58 value is far too long.")
    number = 0
    for letter in text:
        if letter not in _VALUES:
            raise CredentialError("malformed", f"“{letter}” is not a base58 letter.")
        number = number * 58 + _VALUES[letter]
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def multibase58(data: bytes) -> str:
    """`z` and base58btc."""
    return "z" + base58(data)


def multibase58_decode(text: str) -> bytes:
    """Only `z` is read here: the suites we know allow nothing else."""
    if not text.startswith("z"):
        raise CredentialError("malformed", "A multibase value should begin with “z” (base58btc).")
    return base58_decode(text[1:])


def multibase64url(data: bytes) -> str:
    """`u` and base64url without padding."""
    return "u" + base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def multibase64url_decode(text: str) -> bytes:
    """The leading `u` may be missing: lists published before Bitstring Status List 1.0 leave it out."""
    body = text.removeprefix("u")
    try:
        return base64.b64decode(body + "=" * (-len(body) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as cause:
        raise CredentialError("malformed", "A value is not base64url.") from cause
