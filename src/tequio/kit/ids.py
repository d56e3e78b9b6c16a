"""The only place that draws randomness: uuids, codes, secrets, salts."""

from __future__ import annotations

import secrets
import uuid
from array import array

# Crockford's base 32 without I, L, O, U: nothing to confuse when read aloud or copied by hand.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_uuid() -> uuid.UUID:
    """A random (version 4) UUID."""
    return uuid.uuid4()


def new_code(length: int) -> str:
    """`length` random characters of Crockford's base 32, 5 bits each."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def new_token() -> str:
    """A URL-safe secret of 256 bits."""
    return secrets.token_urlsafe(32)


def new_bytes(length: int) -> bytes:
    """`length` random bytes, for keys and salts."""
    return secrets.token_bytes(length)


def pick_index(size: int) -> int:
    """A uniformly random index below `size`."""
    return secrets.randbelow(size)


def code_of(number: int, length: int) -> str:
    """The code that stands for a random number below 32 ** `length`."""
    return "".join([ALPHABET[number >> 5 * place & 31] for place in range(length)])


def shuffled(size: int) -> list[int]:
    """The numbers below `size` in a random order, each order as likely as any other."""
    keys = array("Q", secrets.token_bytes(8 * size))
    return sorted(range(size), key=keys.__getitem__)


def normalise_code(text: str) -> str:
    """What a person typed, as the code it stands for: case, blanks and look-alikes forgiven."""
    stripped = "".join(ch for ch in text.upper() if ch.isalnum())
    return stripped.translate(str.maketrans("OIL", "011"))
