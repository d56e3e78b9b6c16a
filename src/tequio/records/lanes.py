"""The hub's own lanes: one origin per store, each with a key of its own, drawn from one secret of the hub.

A lane per store lets organisations write side by side, keeps a simulated store's chain apart, and makes one
organisation's ledger whole when it leaves. (One lane for all would make every writer wait for every other.)
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from tequio.kit import ids
from tequio.kit.errors import NotFound
from tequio.people import api as people
from tequio.people.values import OrganisationId
from tequio.records import chain
from tequio.records.models import Origin

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519 = b"\xed\x01"  # multicodec


def lock_lane(store: UUID, now: datetime) -> Origin:
    """This hub's origin for `store`, locked until the surrounding transaction ends."""
    key = _origin_key(Path(settings.KEYS), store)
    locked = Origin.objects.select_for_update().filter(key=key).first()
    if locked is not None:
        return locked
    return open_lane(key, store=store, simulated=_is_simulated(store), opened_at=now)


def open_lane(key: str, *, store: UUID, simulated: bool, opened_at: datetime) -> Origin:
    """The lane of `key`, made if need be, and locked."""
    head = chain.start(origin=key, store=store, simulated=simulated, opened_at=opened_at)
    fresh = {"store": store, "simulated": simulated, "opened_at": opened_at, "head": head}
    Origin.objects.get_or_create(key=key, defaults=fresh)  # two writers may open it at once
    return Origin.objects.select_for_update().get(key=key)


def start_of(lane: Origin) -> bytes:
    """The hash that the first statement of `lane` follows."""
    return chain.start(origin=lane.key, store=lane.store, simulated=lane.simulated, opened_at=lane.opened_at)


def _is_simulated(store: UUID) -> bool:
    try:
        return people.organisation(OrganisationId(store)).simulated
    except NotFound:  # a ledger may outlive the row of its organisation
        return False


@lru_cache(maxsize=1024)
def _origin_key(keys: Path, store: UUID) -> str:
    """The public half of the lane's key, as an Ed25519 multikey."""
    derived = HKDF(SHA256(), 32, salt=None, info=b"tequio ledger lane " + store.bytes).derive(_seed(keys))
    return "z" + _base58(
        _ED25519 + Ed25519PrivateKey.from_private_bytes(derived).public_key().public_bytes_raw()
    )


@lru_cache(maxsize=8)
def _seed(keys: Path) -> bytes:
    path = keys / "ledger.seed"
    if not path.exists():
        _write_once(path, ids.new_bytes(32))
    return path.read_bytes()


def _write_once(path: Path, secret: bytes) -> None:
    """Whole or not at all, and never over another's: two processes may start a new hub at once."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(f".{ids.new_uuid()}")
    temporary.touch(mode=0o600)
    temporary.write_bytes(secret)
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        temporary.unlink()


def _base58(data: bytes) -> str:
    number, text = int.from_bytes(data), ""
    while number:
        number, digit = divmod(number, 58)
        text = _ALPHABET[digit] + text
    return text
