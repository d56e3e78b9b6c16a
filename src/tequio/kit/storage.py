"""Content-addressed blobs on disk: written once, named by their SHA-256, never changed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from tequio.kit.errors import NotFound


class BlobStore:
    """A folder of blobs. Writing twice is harmless; a torn write is never visible."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep `data`; return its lower-case hexadecimal SHA-256."""
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._write_whole(path, data)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes named `digest`; `NotFound` if this store never had them."""
        try:
            return self._path(digest).read_bytes()
        except FileNotFoundError as error:
            raise NotFound(f"No blob {digest} in {self.folder}.") from error

    def has(self, digest: str) -> bool:
        return self._path(digest).exists()

    def _path(self, digest: str) -> Path:
        if len(digest) != 64 or not all(ch in "0123456789abcdef" for ch in digest):
            raise NotFound(f"{digest!r} is not the SHA-256 of a blob.")
        return self.folder / digest[:2] / digest

    @staticmethod
    def _write_whole(path: Path, data: bytes) -> None:
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
