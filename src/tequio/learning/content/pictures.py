"""Reads a picture's kind and size from its first bytes; nothing is decoded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BYTES = 500_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes, what they are, and its size in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int


def read_picture(data: bytes) -> Picture | None:
    """The picture in `data`, or None when it is no PNG, JPEG, WebP or GIF."""
    for magic, media_type, size in _KINDS:
        if data.startswith(magic):
            found = size(data)
            return Picture(data, media_type, *found) if found and min(found) > 0 else None
    return None


def _png(data: bytes) -> tuple[int, int] | None:
    if len(data) < 24 or data[12:16] != b"IHDR":
        return None
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _gif(data: bytes) -> tuple[int, int] | None:
    if len(data) < 10:
        return None
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walk the segments to the start of frame (ITU T.81 §B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 2 + length
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    """Lossy, lossless or extended (RFC 9649 §2)."""
    kind = data[12:16]
    if len(data) < 30 or data[8:12] != b"WEBP":
        return None
    if kind == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF


_KINDS: tuple[tuple[bytes, str, Callable[[bytes], tuple[int, int] | None]], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", _png),
    (b"\xff\xd8\xff", "image/jpeg", _jpeg),
    (b"RIFF", "image/webp", _webp),
    (b"GIF8", "image/gif", _gif),
)
