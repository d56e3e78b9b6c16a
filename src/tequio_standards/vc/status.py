"""Bitstring Status List 1.0: one bit for each credential, published as a signed credential."""

import gzip
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from tequio_standards.vc.contexts import CREDENTIALS_V2
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.moments import moment_text
from tequio_standards.vc.multibase import multibase64url, multibase64url_decode

SHARD_BITS: Final = 131_072  # the least the standard allows: enough to hide one credential among many (§4.1)
LEAST_ENTRIES: Final = SHARD_BITS
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

    def value(self, index: int, size: int = 1) -> int:
        """Entry `index` of `size` bits, leftmost bit first."""
        value = 0
        for place in range(index * size, (index + 1) * size):
            value = value << 1 | self[place]
        return value

    def put(self, index: int, value: int, size: int) -> None:
        """Write entry `index` of `size` bits."""
        if not 0 <= value < 2**size:
            raise CredentialError("status_out_of_range", f"{value} does not fit into {size} bits.")
        for num in range(size):
            self.set(index * size + num, raised=bool(value >> (size - 1 - num) & 1))

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
    purpose: str | Sequence[str] = "revocation",
    ttl_ms: int | None = None,
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
        "statusPurpose": purpose if isinstance(purpose, str) else list(purpose),
        "encodedList": encode(bits),
    }
    if ttl_ms is not None:
        document["credentialSubject"]["ttl"] = ttl_ms
    return document


def message_entry(*, url: str, index: int, messages: Sequence[str]) -> dict[str, Any]:
    """A `credentialStatus` that says one of several things (§2.1); there are 2, 4, 8, … messages."""
    size = (len(messages) - 1).bit_length()
    if len(messages) != 2**size or not size:
        raise ValueError("The number of messages is a power of two, two at least.")
    said = [{"status": f"{value:#x}", "message": message} for value, message in enumerate(messages)]
    return {
        **status_entry(url=url, index=index, purpose="message"),
        "statusSize": size,
        "statusMessage": said,
    }


def status_entry(*, url: str, index: int, purpose: str = "revocation") -> dict[str, str]:
    """The `credentialStatus` of one credential (§3.2); the index is a text, as the standard wants."""
    return {
        "id": f"{url}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": str(index),
        "statusListCredential": url,
    }
