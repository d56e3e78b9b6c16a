"""One door for ZIP and TAR: the bytes say which it is."""

from tequio_standards.strict.archives import ArchiveLimits, refuse_unknown, unique
from tequio_standards.strict.tars import is_tar, read_tar
from tequio_standards.strict.zips import read_zip


def read_archive(data: bytes, *, limits: ArchiveLimits | None = None) -> dict[str, bytes]:
    """Path → bytes of every file in a ZIP or TAR; a StrictError for bombs, escapes, links and what is no archive."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return unique(read_zip(data, limits=limits))
    if is_tar(data):
        return unique(read_tar(data, limits=limits))
    raise refuse_unknown(data)
