"""Signing the rows of a batch, alone or on several cores. Stands on the shelf only, so that a worker starts light."""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.credentials.batches.spool import Signed
from tequio_standards import badges, vc
from tequio_standards.badges.batch import is_picked, recheck
from tequio_standards.badges.template_signing import SignedValues, TemplateSigner

if TYPE_CHECKING:
    from datetime import datetime

RANDOM_BYTES = 40  # a row: its credential, its subject, its code
CREDENTIAL, SUBJECT, NAME, FINISHED, SCORE, SHARD, INDEX = range(7)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A template and what fills its holes: the place of a value in a row (the constants above), or a text for all."""

    template: bytes
    slots: tuple[int | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What all chunks of a batch have in common. The key's secret passes to workers by their pipe only."""

    patterns: tuple[Pattern, ...]
    secret: bytes
    method: str
    multibase: str
    created: datetime
    seed: bytes  # decides which rows are checked again
    count: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows in a row: (pattern, name, finished, score) each, with randomness and places on the status lists."""

    first: int
    rows: tuple[tuple[int, str, str, str], ...]
    random: bytes
    places: bytes  # of each: number of the list, index


class Bench:
    """Where chunks are signed."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._public = vc.public_key(task.multibase)
        key = vc.generate(task.secret)
        self._signers = [
            TemplateSigner(
                badges.template_from_bytes(pattern.template),
                key=key,
                verification_method=task.method,
                created=task.created,
            )
            for pattern in task.patterns
        ]

    def sign(self, chunk: Chunk) -> bytes:
        """The chunk signed and packed, as the spool keeps it; BatchMismatch when the general path does not agree."""
        places = array("I", chunk.places)
        entropy = struct.iter_unpack("16s16sQ", chunk.random)
        out = bytearray()
        for at, ((pattern, name, finished, score), (one, other, code)) in enumerate(
            zip(chunk.rows, entropy, strict=True)
        ):
            shard, spot = places[2 * at], places[2 * at + 1]
            credential, subject = _random_uuid(one), _random_uuid(other)
            own = (credential, subject, name, finished, score, str(shard), str(spot))
            slots = self._task.patterns[pattern].slots
            signed = self._sign(
                chunk.first + at, pattern, [own[s] if isinstance(s, int) else s for s in slots]
            )
            packed = badges.pack(self._signers[pattern].template, signed)
            out += Signed(
                _plain(credential), _plain(subject), code, pattern, shard, spot, name, finished, score, packed
            ).to_bytes()
        return bytes(out)

    def _sign(self, num: int, pattern: int, values: list[str]) -> SignedValues:
        signer = self._signers[pattern]
        signed = signer.sign(values)
        if is_picked(num, self._task.count, self._task.seed):
            recheck(signer, signed, num=num, public=self._public)
        return signed


def _random_uuid(drawn: bytes) -> str:
    """RFC 9562 §5.4, as `str(UUID(bytes=drawn, version=4))` writes it, in a third of the time."""
    text = drawn.hex()
    variant = "89ab"[drawn[8] & 3]
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-{variant}{text[17:20]}-{text[20:]}"


def _plain(uuid: str) -> bytes:
    return bytes.fromhex(uuid.replace("-", ""))


_bench: list[Bench] = []


def begin(task: Task) -> None:
    """What a worker process does first."""
    _bench[:] = [Bench(task)]


def work(chunk: Chunk) -> bytes:
    """What a worker process does with each chunk."""
    return _bench[0].sign(chunk)
