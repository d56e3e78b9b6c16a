"""Bitstring Status List 1.0: one bit for each credential, published as a signed credential."""

import gzip
import zlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from tequio_standards.vc.contexts import CREDENTIALS_V2
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.moments import moment_text
from tequio_standards.vc.multibase import multibase64url, multibase64url_decode

SHARD_BITS: Final = 131_072  # the least the standard allows: enough to hide one credential among many (§4.1)
_MOST_BYTES: Final = 4 * 1024 * 1024  # 33 million entries; the unpacked list of a stranger stops here


class Bits:
    """A fixed row of bits, index 0 leftmost (§4.2)."""

    __slots__ = ("_bytes",)

    def __init__(self, data: bytes | bytearray) -> None:
        self._bytes = bytearray(data)

    @classmethod
    def empty(cls, count: int = SHARD_BITS) -> "Bits":
        """All zero."""
        return cls(bytes((count + 7) // 8))

    @classmethod
    def of(cls, raised: Iterable[int], count: int = SHARD_BITS) -> "Bits":
        """All zero but the given ones."""
        bits = cls.empty(count)
        for index in raised:
            bits.set(index)
        return bits

    def __len__(self) -> int:
        return len(self._bytes) * 8

    def __getitem__(self, index: int) -> bool:
        self._refuse_outside(index)
        return bool(self._bytes[index >> 3] & (0x80 >> (index & 7)))

    def set(self, index: int, *, raised: bool = True) -> None:
        """Raise or lower one bit."""
        self._refuse_outside(index)
        mask = 0x80 >> (index & 7)
        self._bytes[index >> 3] = self._bytes[index >> 3] & ~mask | (mask if raised else 0)

    def to_bytes(self) -> bytes:
        """Eight bits to a byte."""
        return bytes(self._bytes)

    def _refuse_outside(self, index: int) -> None:
        if not 0 <= index < len(self):
            raise CredentialError(
                "status_out_of_range", f"The list has {len(self)} places; {index} is not one."
            )


def encode(bits: Bits) -> str:
    """`u…`: gzip and base64url (§3.1). The same bits give the same text."""
    return multibase64url(gzip.compress(bits.to_bytes(), compresslevel=9, mtime=0))


def decode(encoded: str) -> Bits:
    """The inverse, with a limit on what is unpacked."""
    packed = multibase64url_decode(encoded)
    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(packed, _MOST_BYTES + 1)
    except zlib.error as cause:
        raise CredentialError("malformed", "The status list is not gzip.") from cause
    if len(data) > _MOST_BYTES or not unpacker.eof:
        raise CredentialError("too_complex", "The status list unpacks to more than is read.")
    return Bits(data)


# Any: a credential is JSON that others extend.
def build_status_list(
    *,
    url: str,
    issuer: str,
    bits: Bits,
    valid_from: datetime,
    valid_until: datetime | None = None,
    purpose: str = "revocation",
) -> dict[str, Any]:
    """The unsigned BitstringStatusListCredential to publish at `url` (§3.1)."""
    document: dict[str, Any] = {
        "@context": [CREDENTIALS_V2],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": moment_text(valid_from),
    }
    if valid_until is not None:
        document["validUntil"] = moment_text(valid_until)
    document["credentialSubject"] = {
        "id": f"{url}#list",
        "type": "BitstringStatusList",
        "statusPurpose": purpose,
        "encodedList": encode(bits),
    }
    return document


def status_entry(*, url: str, index: int, purpose: str = "revocation") -> dict[str, str]:
    """The `credentialStatus` of one credential (§3.2); the index is a text, as the standard wants."""
    return {
        "id": f"{url}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": str(index),
        "statusListCredential": url,
    }
