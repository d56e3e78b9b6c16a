"""Signed values as few bytes: for the store of millions of credentials, and for the code printed on paper.

`01 · template (8) · method (4) · created (5) · each value · signature (64)`. UUIDs take 16 bytes; numbers are varints;
moments count seconds from `created`; texts and addresses are length and UTF-8. One value has one form: whatever could
be written otherwise is refused, so that bytes, values and credential stand for each other.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final
from uuid import UUID

from tequio_standards.badges.holes import HoleKind, admit
from tequio_standards.badges.template import Template
from tequio_standards.badges.template_signing import SignedValues
from tequio_standards.vc import CredentialError, moment, moment_text

FORMAT: Final = 1
_TEMPLATE, _METHOD, _MOMENT, _SIGNATURE = 8, 4, 5, 64
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_HEAD: Final = 1 + _TEMPLATE + _METHOD + _MOMENT
MOST_BYTES: Final = 16_000


def pack(template: Template, signed: SignedValues) -> bytes:
    """The short form of one signed credential."""
    created = _seconds(signed.created)
    parts = [
        bytes([FORMAT]),
        template_tag(template.id),
        method_tag(signed.method),
        created.to_bytes(_MOMENT, "big"),
        *(
            _PACK[hole.kind](value, created)
            for hole, value in zip(template.holes, signed.values, strict=True)
        ),
        signed.signature,
    ]
    return b"".join(parts)


def unpack(data: bytes, *, templates: Mapping[bytes, Template], methods: Iterable[str]) -> SignedValues:
    """The inverse. `templates` by their tag and the issuers' `methods` are what the reader holds.

    CredentialError `template_unknown`, `key_not_available` or `malformed`.
    """
    if not _HEAD + _SIGNATURE <= len(data) <= MOST_BYTES or data[0] != FORMAT:
        raise CredentialError("malformed", "Not a credential in short form.")
    template = templates.get(data[1 : 1 + _TEMPLATE])
    if template is None:
        raise CredentialError("template_unknown", "The template of this credential is not at hand.")
    reader = _Reader(data, 1 + _TEMPLATE)
    method = _method(reader.take(_METHOD), methods)
    reader.created = int.from_bytes(reader.take(_MOMENT), "big")
    created = _stamp(reader.created)
    values = [_READ[hole.kind](reader) for hole in template.holes]
    signature = reader.take(_SIGNATURE)
    if reader.left or list(admit(template.holes, values)) != values:
        raise CredentialError("malformed", "The credential in short form is not written as it should be.")
    return SignedValues(template.id, tuple(values), method, created, signature)


def template_tag(template: str) -> bytes:
    """The beginning of a template's id. A wrong guess harms nobody: the signature is over the whole."""
    return bytes.fromhex(template)[:_TEMPLATE]


def method_tag(method: str) -> bytes:
    """Which of the issuer's keys signed."""
    return hashlib.sha256(method.encode("utf-8")).digest()[:_METHOD]


def _method(tag: bytes, methods: Iterable[str]) -> str:
    found = [method for method in methods if method_tag(method) == tag]
    if not found:
        raise CredentialError("key_not_available", "The key of this credential is not at hand.")
    return found[0]


@dataclass(slots=True)
class _Reader:
    data: bytes
    place: int
    created: int = 0

    @property
    def left(self) -> int:
        return len(self.data) - self.place

    def take(self, count: int) -> bytes:
        if count > self.left:
            raise CredentialError("malformed", "The credential in short form is cut short.")
        self.place += count
        return self.data[self.place - count : self.place]

    def number(self) -> int:
        """LEB128; a last group of zero would be a second way to write a number."""
        number = shift = 0
        while True:
            (group,) = self.take(1)
            number |= (group & 0x7F) << shift
            shift += 7
            if group < 0x80:
                break
            if shift > 42:
                raise CredentialError("malformed", "A number in the short form is too long.")
        if group == 0 and shift > 7:
            raise CredentialError("malformed", "A number in the short form is padded.")
        return number

    def text(self) -> str:
        try:
            return self.take(self.number()).decode("utf-8")
        except UnicodeDecodeError as cause:
            raise CredentialError("malformed", "A text in the short form is not UTF-8.") from cause

    def uuid(self) -> str:
        return str(UUID(bytes=self.take(16)))

    def moment(self) -> str:
        """ZigZag: 0, -1, 1, -2, … are written 0, 1, 2, 3, …"""
        number = self.number()
        return _stamp(self.created + (number >> 1 ^ -(number & 1)))


def _pack_number(number: int) -> bytes:
    groups = bytearray()
    while number > 0x7F:
        groups.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*groups, number])


def _pack_text(value: str, _created: int) -> bytes:
    data = value.encode("utf-8")
    return _pack_number(len(data)) + data


def _pack_moment(value: str, created: int) -> bytes:
    distance = _seconds(value) - created
    return _pack_number(-2 * distance - 1 if distance < 0 else 2 * distance)


@lru_cache(maxsize=1024)  # the credentials of one batch share their moments
def _seconds(stamp: str) -> int:
    return int((moment(stamp) - _EPOCH).total_seconds())


def _stamp(seconds: int) -> str:
    try:
        return moment_text(_EPOCH + timedelta(seconds=seconds))
    except OverflowError as cause:
        raise CredentialError("malformed", "A moment in the short form is out of reach.") from cause


_PACK: Final[Mapping[HoleKind, Callable[[str, int], bytes]]] = {
    HoleKind.TEXT: _pack_text,
    HoleKind.ADDRESS: _pack_text,
    HoleKind.UUID: lambda value, _created: bytes.fromhex(value.replace("-", "")),
    HoleKind.MOMENT: _pack_moment,
    HoleKind.NUMBER: lambda value, _created: _pack_number(int(value)),
}
_READ: Final[Mapping[HoleKind, Callable[[_Reader], str]]] = {
    HoleKind.TEXT: _Reader.text,
    HoleKind.ADDRESS: _Reader.text,
    HoleKind.UUID: _Reader.uuid,
    HoleKind.MOMENT: _Reader.moment,
    HoleKind.NUMBER: lambda reader: str(reader.number()),
}
