"""Secret keys as files in the data folder, readable by their owner only; never in the database, never in a log."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from tequio.credentials.box import NONCE_BYTES, SALT_BYTES, WrongBox, is_box, open_box, seal
from tequio.kit import ids
from tequio.kit.errors import NotFound, Refused
from tequio_standards.vc import keys

if TYPE_CHECKING:
    from uuid import UUID


class KeyLocked(Refused):
    """A key lies under a passphrase that this process was not given."""

    code = "key_locked"


def keep_seed(key: UUID, seed: bytes) -> None:
    """Write the seed of a new key, under the hub's passphrase if it has one. A file is never written over."""
    path = _path(key)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(_wrapped(key, seed))
        file.flush()
        os.fsync(file.fileno())


def signer(key: UUID) -> keys.Signer:
    """What signs with this key."""
    return _signer(str(_path(key)), _stamp(_path(key)), key, settings.KEY_PASSPHRASE)


def seed_of(key: UUID) -> bytes:
    """The secret itself, for a backup."""
    return _seed(_path(key), key, settings.KEY_PASSPHRASE)


def has_seed(key: UUID) -> bool:
    """Whether the secret is in the data folder."""
    return _path(key).exists()


def protect(key: UUID) -> bool:
    """Put a bare seed under the hub's passphrase; False when it lies under it already."""
    path = _path(key)
    if is_box(_bytes(path, key)):
        return False
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(_wrapped(key, seed_of(key)))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return True


# Opening a box costs a tenth of a second; the stamp lets a replaced file be read anew.
@lru_cache(maxsize=64)
def _signer(path: str, stamp: int, key: UUID, passphrase: str) -> keys.Signer:
    return keys.generate(_seed(Path(path), key, passphrase))


def _seed(path: Path, key: UUID, passphrase: str) -> bytes:
    data = _bytes(path, key)
    if not is_box(data):
        return data
    try:
        return open_box(data, passphrase, label=str(key))
    except WrongBox as error:
        raise KeyLocked(
            _(
                "The signing key cannot be opened: set TEQUIO_KEY_PASSPHRASE_FILE to the file with its passphrase."
            )
        ) from error


def _wrapped(key: UUID, seed: bytes) -> bytes:
    passphrase = settings.KEY_PASSPHRASE
    if not passphrase:
        return seed
    salt, nonce = ids.new_bytes(SALT_BYTES), ids.new_bytes(NONCE_BYTES)
    return seal(seed, passphrase, salt=salt, nonce=nonce, label=str(key))


def _bytes(path: Path, key: UUID) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(
            f"The secret of key {key} is not in the data folder: restore it from a backup."
        ) from error


def _stamp(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def _path(key: UUID) -> Path:
    return Path(settings.KEYS) / f"{key}.ed25519"
