"""ZIP files: only plain files, only the two methods everybody uses, never more than announced."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from tequio_standards.strict.archives import ArchiveLimits, Budget, Member
from tequio_standards.strict.errors import Malformed, StrictError, TooLarge, Unsafe

_END = b"PK\x05\x06"
_END64_LOCATOR = b"PK\x06\x07"
_DIRECTORY_BYTES_EACH = 512  # a generous mean; more is a directory built to exhaust memory
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


def read_zip(data: bytes, *, limits: ArchiveLimits | None = None) -> Iterator[Member]:
    """The files of a ZIP, one by one, in its order."""
    bounds = limits or ArchiveLimits()
    budget = Budget(bounds, len(data))
    _refuse_large_directory(data, bounds)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    yield _member(archive, info, budget)
    except StrictError:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError) as cause:
        raise Malformed(f"Not a readable ZIP: {cause}.") from cause


def _refuse_large_directory(data: bytes, limits: ArchiveLimits) -> None:
    """Python reads the whole directory at once, so its announced size is judged first (APPNOTE §4.3.16)."""
    end = data.rfind(_END)
    if end < 0 or end + 22 > len(data):
        raise Malformed("Not a ZIP: it has no end record.")
    if data[max(0, end - 20) : end].startswith(_END64_LOCATOR):
        raise TooLarge("ZIP64 archives are larger than anything read here.")
    (size,) = struct.unpack_from("<I", data, end + 12)
    if size > limits.members * _DIRECTORY_BYTES_EACH:
        raise TooLarge(f"The archive has more than {limits.members} members.")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Member:
    if info.orig_filename != info.filename:
        raise Unsafe("A member's name holds a NUL or is one of another system.", pointer=info.filename)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise Unsafe("A member is a link or a device.", pointer=info.filename)
    if info.flag_bits & 1 or info.compress_type not in _METHODS:
        raise Unsafe("A member is encrypted or packed by an unusual method.", pointer=info.filename)
    path = budget.admit(info.filename, info.file_size)
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise Malformed("A member has another size than it says.", pointer=path)
    return Member(path, data)
