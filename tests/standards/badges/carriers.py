"""The smallest picture, drawing and paper that can carry a credential, and how to build crooked ones."""

from __future__ import annotations

import io
import struct
import zlib

from pypdf import PdfWriter

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>'


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)


def png_with(*chunks: bytes) -> bytes:
    """The picture with more chunks right after its header."""
    return PNG[:33] + b"".join(chunks) + PNG[33:]


def pdf(*files: tuple[str, bytes]) -> bytes:
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    for name, data in files:
        writer.add_attachment(name, data)
    writer.write(file)
    return file.getvalue()
