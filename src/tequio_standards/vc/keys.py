"""Keys, and the periods in which an issuer uses them. We sign with Ed25519; randomness is passed in as a seed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.key_kinds import PREFIXES, KeyKind, split_multikey, verifies
from tequio_standards.vc.merkle import leaf_hash
from tequio_standards.vc.multibase import ED25519_PRIVATE, multibase58, multibase58_decode


class KeyState(StrEnum):
    """Where a key stands in its life; a retired key still proves what it signed in its period."""

    NEXT = "next"
    ACTIVE = "active"
    RETIRED = "retired"
    COMPROMISED = "compromised"


@dataclass(frozen=True, slots=True)
class KeyPeriod:
    """One key in an issuer's history. A compromised key's `valid_until` is the moment from which it is not believed,

    and `logged` are short hashes of the signatures that the issuer's log had witnessed before that (`witness_of`).
    """

    multibase: str
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    state: KeyState = KeyState.ACTIVE
    logged: frozenset[bytes] = frozenset()

    def covers(self, moment: datetime) -> bool:
        """Whether a signature of `moment` falls into the period (both ends included)."""
        begun = self.valid_from is None or self.valid_from <= moment
        return begun and (self.valid_until is None or moment <= self.valid_until)


WITNESS_BYTES = 16  # of a leaf hash: enough to name one signature among all that can be made


def witness_of(signature: bytes) -> bytes:
    """What stands for one signature in `KeyPeriod.logged`."""
    return leaf_hash(signature)[:WITNESS_BYTES]


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that checks signatures, with who controls it and when, if that is known."""

    raw: bytes
    controller: str = ""
    period: KeyPeriod | None = None
    kind: KeyKind = KeyKind.ED25519

    @property
    def multibase(self) -> str:
        """The Multikey text, `z6Mk…` for Ed25519."""
        return multibase58(PREFIXES[self.kind] + self.raw)

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether the holder of the private half signed `message`."""
        return verifies(self.kind, self.raw, signature, message)


class Signer(Protocol):
    """What signing needs of a key; a file, a hardware module and a test key all fit."""

    def sign(self, message: bytes) -> bytes:
        """The 64-byte Ed25519 signature."""
        ...


class PrivateKey:
    """An Ed25519 key in memory. Its text form never shows the secret."""

    __slots__ = ("_key",)

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    def __repr__(self) -> str:
        return f"PrivateKey({self.public.multibase})"

    @property
    def public(self) -> PublicKey:
        """The public half."""
        return PublicKey(self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    @property
    def multibase(self) -> str:
        """The public half as Multikey text: what DID documents and proofs name."""
        return self.public.multibase

    def sign(self, message: bytes) -> bytes:
        """The 64-byte Ed25519 signature."""
        return self._key.sign(message)


def generate(seed: bytes) -> PrivateKey:
    """The key of a 32-byte seed. Whoever calls draws the seed and keeps it."""
    if len(seed) != 32:
        raise ValueError("An Ed25519 seed has 32 bytes.")
    return PrivateKey(Ed25519PrivateKey.from_private_bytes(seed))


def private_key(multibase: str) -> PrivateKey:
    """Read a private Multikey (`z3u2…`), as the published vectors write them."""
    raw = multibase58_decode(multibase)
    if not raw.startswith(ED25519_PRIVATE) or len(raw) != 34:
        raise CredentialError("malformed", "Not a private Ed25519 Multikey.")
    return generate(raw[2:])


def public_key(multibase: str, *, controller: str = "", period: KeyPeriod | None = None) -> PublicKey:
    """Read a public Multikey (`z6Mk…`, `zDna…`, `z4MX…`)."""
    kind, raw = split_multikey(multibase58_decode(multibase))
    return PublicKey(raw, controller, period, kind)
