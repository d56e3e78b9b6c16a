"""The hash chain, pure: a salted commitment to each body, and links over commitments and places.

The link covers the commitment, not the body, so erasure drops body and salt and every later link still holds;
without the salt nobody can test a guess of what was erased.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID  # noqa: TC003

SALT_BYTES = 32
_TAG = b"tequio ledger 1"


def commit(body: bytes, salt: bytes) -> bytes:
    """A commitment to `body` that says nothing without `salt`."""
    return hmac.digest(salt, body, "sha256")


def start(*, origin: str, store: UUID, simulated: bool, opened_at: datetime) -> bytes:
    """What the first statement of a lane follows: who writes it, for whom, and whether it is real."""
    about = f"{origin} {simulated:d} {_moment(opened_at)}".encode()
    return hashlib.sha256(_TAG + b" lane" + store.bytes + about).digest()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: what a link covers beside the commitment."""

    origin: str
    seq: int
    store: UUID
    uuid: UUID
    received_at: datetime

    def to_bytes(self) -> bytes:
        """Fixed lengths and one delimiter, so that no two places share their bytes."""
        about = f"{self.origin} {self.seq} {_moment(self.received_at)}".encode()
        return self.store.bytes + self.uuid.bytes + about


def link(previous: bytes, place: Place, commitment: bytes) -> bytes:
    """The chain hash of one row: over the previous one, the commitment to its body, and its place."""
    return hashlib.sha256(_TAG + previous + commitment + place.to_bytes()).digest()


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
