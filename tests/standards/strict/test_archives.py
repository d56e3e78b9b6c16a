"""Archives from strangers: what climbs, links, explodes or lies is refused."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from tequio_standards.strict import ArchiveLimits, Malformed, StrictError, TooLarge, Unsafe, read_archive

SMALL = ArchiveLimits(
    packed_bytes=100_000, members=5, member_bytes=2_000, total_bytes=5_000, ratio=10, ratio_from=4_000
)
BAD_NAMES = ["../x", "a/../../x", "/etc/passwd", "C:/x", "a\\b", "..", "a/\x01b", "x" * 2_000, "a/\u202ex"]


def zipped(members: dict[str, bytes], **more) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def tarred(*infos: tarfile.TarInfo, **members: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for info in infos:
            archive.addfile(info)
        for name, data in members.items():
            _add(archive, name, data)
    return file.getvalue()


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(data)
    archive.addfile(info, io.BytesIO(data))


def link(kind: bytes, name: str = "x", target: str = "/etc/passwd") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_a_tar_is_read_however_it_is_packed(pack):
    assert read_archive(pack(tarred(a=b"1", b=b"2"))) == {"a": b"1", "b": b"2"}


def test_a_zip_is_read_and_its_names_are_cleaned():
    assert read_archive(zipped({"./a//b.txt": b"1", "d/": b"", "é.txt": b"2"})) == {
        "a/b.txt": b"1",
        "é.txt": b"2",
    }


@pytest.mark.parametrize("name", BAD_NAMES)
def test_names_that_climb_or_hide_are_refused_in_a_zip(name):
    with pytest.raises(Unsafe):
        read_archive(zipped({name: b"x"}))


@pytest.mark.parametrize("name", BAD_NAMES)
def test_names_that_climb_or_hide_are_refused_in_a_tar(name):
    with pytest.raises(Unsafe):
        read_archive(tarred(**{name: b"x"}))


def test_a_nul_in_a_name_is_refused():
    data = zipped({"a.txt": b"x"}).replace(b"a.txt", b"a\0txt")
    with pytest.raises(StrictError):
        read_archive(data)


@pytest.mark.parametrize(
    "kind",
    [
        tarfile.SYMTYPE,
        tarfile.LNKTYPE,
        tarfile.CHRTYPE,
        tarfile.BLKTYPE,
        tarfile.FIFOTYPE,
        tarfile.GNUTYPE_SPARSE,
    ],
)
def test_links_devices_and_holes_are_refused_in_a_tar(kind):
    with pytest.raises(StrictError):
        read_archive(tarred(link(kind)))


def test_links_are_refused_in_a_zip():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("x")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    with pytest.raises(Unsafe):
        read_archive(file.getvalue())


def test_the_same_name_twice_is_refused():
    with pytest.raises(Unsafe):
        read_archive(tarred(**{"a": b"1", "./a": b"2"}))


@pytest.mark.parametrize("make", [zipped, lambda members: gzip.compress(tarred(**members))])
@pytest.mark.parametrize(
    "members",
    [
        {str(num): b"" for num in range(6)},
        {"big": b"x" * 2_001},
        {str(num): bytes(range(256)) * 7 for num in range(3)},
        {"a": b"0" * 1_900, "b": b"0" * 1_900, "c": b"0" * 900},
    ],
)
def test_number_size_total_and_ratio_are_limited(make, members):
    with pytest.raises((TooLarge, Unsafe)):
        read_archive(make(members), limits=SMALL)


def test_a_bomb_is_refused_before_it_is_in_memory():
    with pytest.raises(StrictError):
        read_archive(gzip.compress(bytes(300_000_000), 1))


def test_a_member_that_lies_about_its_size_is_refused():
    data = bytearray(zipped({"a": b"x" * 500}))
    where = data.rfind(b"PK\x01\x02") + 24
    data[where : where + 4] = (100).to_bytes(4, "little")
    with pytest.raises(StrictError):
        read_archive(bytes(data))


def test_an_encrypted_member_is_refused():
    data = bytearray(zipped({"a": b"x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    with pytest.raises(StrictError):
        read_archive(bytes(data))


@pytest.mark.parametrize(
    "data", [b"", b"x", b"PK\x03\x04", b"\x1f\x8b", b"BZh", gzip.compress(b"no tar", mtime=0)[:-9]]
)
def test_what_is_no_archive_is_refused(data):
    with pytest.raises(Malformed):
        read_archive(data)


def test_a_directory_announced_too_large_is_refused_unread():
    data = bytearray(zipped({"a": b"x"}))
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = (2**31).to_bytes(4, "little")
    with pytest.raises(TooLarge):
        read_archive(bytes(data))
