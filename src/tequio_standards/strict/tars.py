"""TAR files, plain or packed by gzip, bzip2 or xz: only plain files; unpacking stops at the limits."""

import bz2
import io
import lzma
import tarfile
import zlib
from collections.abc import Iterator

from tequio_standards.strict.archives import ArchiveLimits, Budget, Member
from tequio_standards.strict.errors import Malformed, StrictError, TooLarge, Unsafe

_XZ_MEMORY = 128_000_000


def read_tar(data: bytes, *, limits: ArchiveLimits | None = None) -> Iterator[Member]:
    """The files of a TAR, one by one, in its order."""
    bounds = limits or ArchiveLimits()
    budget = Budget(bounds, len(data))
    unpacked = _unpacked(data, bounds)
    try:
        with tarfile.open(fileobj=io.BytesIO(unpacked), mode="r:") as archive:
            for info in archive:
                if not info.isdir():
                    yield _member(archive, info, budget)
    except StrictError:
        raise
    except (tarfile.TarError, ValueError, OverflowError, EOFError, OSError) as cause:
        raise Malformed(f"Not a readable TAR: {cause}.") from cause


def is_tar(data: bytes) -> bool:
    """Whether the bytes begin like a TAR, plain or packed."""
    return data[257:262] == b"ustar" or _unpacker(data) is not None


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, budget: Budget) -> Member:
    if not info.isreg() or info.issparse():
        raise Unsafe("A member is a link, a device or a file with holes.", pointer=info.name)
    path = budget.admit(info.name, info.size)
    stream = archive.extractfile(info)
    data = stream.read(info.size) if stream else b""
    if len(data) != info.size:
        raise Malformed("A member is cut short.", pointer=path)
    return Member(path, data)


class _Gzip:
    """zlib's decompressor under the names that bz2 and lzma use."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(data, max_length)


_Unpacker = _Gzip | bz2.BZ2Decompressor | lzma.LZMADecompressor


def _unpacker(data: bytes) -> _Unpacker | None:
    if data.startswith(b"\x1f\x8b"):
        return _Gzip()
    if data.startswith(b"BZh"):
        return bz2.BZ2Decompressor()
    if data.startswith(b"\xfd7zXZ\x00"):
        return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
    return None


def _unpacked(data: bytes, limits: ArchiveLimits) -> bytes:
    unpacker = _unpacker(data)
    if unpacker is None:
        return data
    # Headers and padding cost up to 1.5 kB for each member, beside the members' own bytes.
    most = min(limits.total_bytes, max(limits.ratio_from, len(data) * limits.ratio)) + limits.members * 1_536
    try:
        unpacked = unpacker.decompress(data, max_length=most + 1)
    except (zlib.error, lzma.LZMAError, OSError, EOFError) as cause:
        raise Malformed(f"The archive cannot be unpacked: {cause}.") from cause
    if len(unpacked) > most:
        raise TooLarge(f"The archive unpacks to more than {most} bytes.")
    if not unpacker.eof:
        raise Malformed("The archive is cut short.")
    return unpacked
