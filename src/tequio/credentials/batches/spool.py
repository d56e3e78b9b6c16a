"""Signed rows on their way: a file in the data folder, read back only when the whole batch has been checked."""

from __future__ import annotations

import os
import struct
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = struct.Struct(">16s16sQBIIHBBH")
SIGNATURE_BYTES = 64


class Signed(NamedTuple):
    """One row, signed. The signature ends the packed form."""

    credential: bytes  # of its uuid
    subject: bytes
    code: int
    pattern: int
    shard: int
    spot: int
    name: str
    finished: str
    score: str
    packed: bytes

    @property
    def signature(self) -> bytes:
        return self.packed[-SIGNATURE_BYTES:]

    def to_bytes(self) -> bytes:
        """Lengths first, then the texts and the packed credential."""
        name, finished, score = self.name.encode(), self.finished.encode(), self.score.encode()
        head = _HEAD.pack(
            self.credential,
            self.subject,
            self.code,
            self.pattern,
            self.shard,
            self.spot,
            len(name),
            len(finished),
            len(score),
            len(self.packed),
        )
        return b"".join((head, name, finished, score, self.packed))


@contextmanager
def spool(path: Path) -> Iterator[BinaryIO]:
    """A file that only its owner reads, gone at the end whatever happens."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
    finally:
        path.unlink(missing_ok=True)


def read_back(file: BinaryIO) -> Iterator[Signed]:
    """Every row in the order it was written."""
    file.seek(0)
    while head := file.read(_HEAD.size):
        one, other, code, pattern, shard, spot, *sizes = _HEAD.unpack(head)
        name, finished, score, packed = (file.read(size) for size in sizes)
        yield Signed(
            one,
            other,
            code,
            pattern,
            shard,
            spot,
            name.decode(),
            finished.decode(),
            score.decode(),
            packed,
        )
