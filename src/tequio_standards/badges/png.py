"""Baked PNG (OB 3.0 §5.3.1): the credential in one iTXt chunk, always UTF-8."""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from tequio_standards.vc import CredentialError

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_KEYWORD: Final = b"openbadgecredential"
_MOST_TEXT: Final = 1_000_000


def bake_png(image: bytes, credential: bytes) -> bytes:
    """`image` with `credential` inside, in the place of any it had."""
    kept = [(kind, body) for kind, body in _chunks(image) if not _is_ours(kind, body)]
    text = (
        _KEYWORD + b"\0" + b"\0\0" + b"\0" + b"\0" + credential
    )  # not packed, no language, no translated keyword
    kept.insert(1, (b"iTXt", text))  # right after the header, which must be first
    return SIGNATURE + b"".join(_chunk(kind, body) for kind, body in kept)


def extract_png(image: bytes) -> bytes:
    """The one credential in a PNG."""
    found = [(kind, body) for kind, body in _chunks(image) if _is_ours(kind, body)]
    if not found:
        raise CredentialError("no_credential", "The picture carries no credential.")
    if len(found) > 1:
        raise CredentialError("ambiguous_container", "The picture carries more than one credential.")
    kind, body = found[0]
    if kind != b"iTXt":  # tEXt is Latin-1, so every accent in a name would be guessed at
        raise CredentialError("malformed", "The credential stands in the wrong kind of chunk.")
    return _text(body)


def _chunks(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not image.startswith(SIGNATURE):
        raise CredentialError("malformed", "Not a PNG.")
    place = len(SIGNATURE)
    while place < len(image):
        kind, body, place = _next_chunk(image, place)
        yield kind, body
        if kind == b"IEND":
            return
    raise CredentialError("malformed", "The picture is cut short.")


def _next_chunk(image: bytes, place: int) -> tuple[bytes, bytes, int]:
    if place + 12 > len(image):
        raise CredentialError("malformed", "The picture is cut short.")
    (length,) = struct.unpack_from(">I", image, place)
    end = place + 8 + length
    if end + 4 > len(image):
        raise CredentialError("malformed", "The picture is cut short.")
    kind, body = image[place + 4 : place + 8], image[place + 8 : end]
    if struct.unpack_from(">I", image, end)[0] != zlib.crc32(kind + body):
        raise CredentialError("malformed", "A part of the picture is damaged.")
    return kind, body, end + 4


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _is_ours(kind: bytes, body: bytes) -> bool:
    return kind in (b"iTXt", b"tEXt", b"zTXt") and body.startswith(_KEYWORD + b"\0")


def _text(body: bytes) -> bytes:
    """PNG §11.3.3.4: flag, method, language, translated keyword, then the text."""
    flag, rest = body[len(_KEYWORD) + 1 : len(_KEYWORD) + 2], body[len(_KEYWORD) + 3 :]
    parts = rest.split(b"\0", 2)
    if len(parts) != 3:
        raise CredentialError("malformed", "The chunk with the credential is incomplete.")
    return parts[2] if flag == b"\0" else _unpack(parts[2])


def _unpack(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(packed, _MOST_TEXT)
    except zlib.error as cause:
        raise CredentialError("malformed", "The packed credential cannot be unpacked.") from cause
    if not unpacker.eof:
        raise CredentialError("too_large", "the packed credential is larger than anything read here.")
    return text
