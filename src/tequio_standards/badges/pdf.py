"""PDF with the credential attached: exactly one, however it is attached (PDF 2.0 §7.11.4, PDF/A-3)."""

import io
import logging
import zlib
from collections.abc import Iterator
from typing import Any, Final

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from tequio_standards.vc import CredentialError

MOST_OBJECTS: Final = 20_000
MOST_READS: Final = 300_000  # of some 4 µs; our own certificate takes 15,000
_MOST_UNPACKED: Final = 4_000_000  # bytes of one packed stream
_MOST_ATTACHED: Final = 16_000_000  # bytes of all attachments together
_LIMITS: Final = Configuration(
    zlib_maximum_output_length=_MOST_UNPACKED,
    zlib_maximum_recovery_input_length=10_000,
    lzw_maximum_output_length=_MOST_UNPACKED,
    run_length_maximum_output_length=_MOST_UNPACKED,
    brotli_maximum_output_length=_MOST_UNPACKED,
    stream_filters_maximum_length=4,
    stream_decoding_work_maximum_length=4 * _MOST_UNPACKED,
)
_BROKEN = (
    PyPdfError,
    zlib.error,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # a stranger's broken file is not this program's news


def extract_pdf(data: bytes) -> bytes:
    """The one attached credential. Every file specification counts, also those no reader would show."""
    file = _Counted(data)
    try:
        with apply_configuration(_LIMITS):
            found = list(_credentials(PdfReader(file, strict=False)))
        file.refuse_too_many()  # the reader forgives whatever goes wrong in a part
    except LimitReachedError as cause:
        raise CredentialError("too_complex", "a part of the PDF is too large.") from cause
    except _BROKEN as cause:
        if isinstance(cause, CredentialError):
            raise
        raise CredentialError("malformed", "the PDF is damaged or locked.") from cause
    if not found:
        raise CredentialError("no_credential", "The PDF has no credential attached.")
    if len(found) > 1:
        raise CredentialError("ambiguous_container", "The PDF has more than one credential attached.")
    return found[0]


class _Counted(io.BytesIO):
    """The file, which counts how often it is read: one object may be listed under thousands of numbers."""

    reads = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.reads += 1
        self.refuse_too_many()
        return super().read(size)

    def refuse_too_many(self) -> None:
        if self.reads > MOST_READS:
            raise CredentialError("too_complex", "the PDF is wound up too tightly.")


def _credentials(reader: PdfReader) -> Iterator[bytes]:
    """Attached files that look like JSON; pictures and spreadsheets beside them do no harm."""
    left = _MOST_ATTACHED
    for stream in _attachments(reader):
        data: bytes = stream.get_data()
        left -= len(data)
        if left < 0:
            raise CredentialError("too_complex", "the PDF's attachments are too large.")
        if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") or data[:3] == b"eyJ":
            yield data


def _attachments(reader: PdfReader) -> Iterator[StreamObject]:
    """Each embedded stream once: a catalogue, a page and a note may all point at the same one."""
    seen: set[int] = set()
    for number in _numbers(reader):
        for pointer in _pointers(reader.get_object(number)):
            stream = pointer.get_object()
            key = pointer.idnum if isinstance(pointer, IndirectObject) else id(stream)
            if isinstance(stream, StreamObject) and key not in seen:
                seen.add(key)
                yield stream


def _numbers(reader: PdfReader) -> list[int]:
    plain = {number for table in reader.xref.values() for number in table}
    numbers = sorted(plain | set(reader.xref_objStm))
    if len(numbers) > MOST_OBJECTS:
        raise CredentialError("too_complex", "the PDF has too many parts.")
    return numbers


# Any: what pypdf hands out is typed as loosely as PDF itself.
def _pointers(value: Any) -> Iterator[Any]:
    """The values of every /EF dictionary inside one object, without following references."""
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, DictionaryObject):
            embedded = here.raw_get("/EF").get_object() if "/EF" in here else None
            if isinstance(embedded, DictionaryObject):
                yield from (embedded.raw_get(key) for key in embedded)
            waiting += [here.raw_get(key) for key in here if key != "/EF"]
        elif isinstance(here, ArrayObject):
            waiting += list(here)
