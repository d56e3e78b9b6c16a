"""Copies of what was fetched, each with its moment, so that a check says how old its list is.

Only whole status lists and DID documents are kept, which name no credential; credentials never are.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

MOST_COPIES: Final = 500


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes from a link, and when they were fetched."""

    url: str
    data: bytes
    fetched_at: datetime


class Copies(Protocol):
    """Where copies lie."""

    def get(self, url: str) -> Fetched | None: ...

    def put(self, fetched: Fetched) -> None: ...


class NoCopies:
    """Nothing is kept."""

    def get(self, url: str) -> Fetched | None:
        """Never anything."""
        return None

    def put(self, fetched: Fetched) -> None:
        """Forgets it."""


class CopyFolder:
    """One file for each link: a line of JSON, then the bytes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, url: str) -> Fetched | None:
        """The copy; None when there is none, or none that can be read."""
        try:
            head, _, data = self._file(url).read_bytes().partition(b"\n")
            said = json.loads(head)
            fetched_at = datetime.fromisoformat(said["fetched_at"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return Fetched(url, data, fetched_at) if said.get("url") == url and fetched_at.tzinfo else None

    def put(self, fetched: Fetched) -> None:
        """Write it whole or not at all; the oldest make room."""
        self._folder.mkdir(parents=True, exist_ok=True)
        head = {"url": fetched.url, "fetched_at": fetched.fetched_at.isoformat()}
        handle, temporary = tempfile.mkstemp(dir=self._folder, prefix="new-")
        with os.fdopen(handle, "wb") as file:
            file.write(json.dumps(head).encode() + b"\n" + fetched.data)
        Path(temporary).replace(self._file(fetched.url))
        self._make_room()

    def _file(self, url: str) -> Path:
        return self._folder / hashlib.sha256(url.encode()).hexdigest()

    def _make_room(self) -> None:
        kept = [(path.stat().st_mtime, path) for path in self._folder.iterdir()]
        for _age, path in sorted(kept)[: max(len(kept) - MOST_COPIES, 0)]:
            path.unlink(missing_ok=True)
