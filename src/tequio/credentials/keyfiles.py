"""Secret keys as files in the data folder, readable by their owner only; never in the database, never in a log."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from tequio.kit.errors import NotFound
from tequio_standards.vc import keys

if TYPE_CHECKING:
    from uuid import UUID


def keep_seed(key: UUID, seed: bytes) -> None:
    """Write the seed of a new key. An existing file is never written over."""
    path = _path(key)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(seed)
        file.flush()
        os.fsync(file.fileno())


def signer(key: UUID) -> keys.Signer:
    """What signs with this key."""
    try:
        return keys.generate(_path(key).read_bytes())
    except FileNotFoundError as error:
        raise NotFound(
            f"The secret of key {key} is not in {settings.KEYS}: restore it from a backup."
        ) from error


def _path(key: UUID) -> Path:
    return Path(settings.KEYS) / f"{key}.ed25519"
