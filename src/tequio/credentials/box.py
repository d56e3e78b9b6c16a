"""A passphrase around secrets: scrypt (RFC 7914) and ChaCha20-Poly1305 (RFC 8439), as one JSON object. Pure."""

from __future__ import annotations

import base64
import json
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from tequio_standards.strict import StrictError, load_json

FORMAT: Final = 1
SHORTEST_PASSPHRASE: Final = 12
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
_COST: Final = 2**15  # 32 MiB and about a tenth of a second: paid once a key and process
_BLOCK: Final = 8
_MOST_BYTES: Final = 1_000_000


class WrongBox(Exception):
    """The box cannot be opened: another passphrase, or not a box at all."""


def seal(secret: bytes, passphrase: str, *, salt: bytes, nonce: bytes, label: str) -> bytes:
    """`secret` under `passphrase`. `label` is readable and sealed too: a box cannot pass for another one."""
    box = ChaCha20Poly1305(_key(passphrase, salt)).encrypt(nonce, secret, label.encode())
    parts = {"salt": salt, "nonce": nonce, "box": box}
    texts = {name: base64.b64encode(part).decode() for name, part in parts.items()}
    return json.dumps({"format": FORMAT, "kdf": "scrypt", "label": label, **texts}, indent=1).encode() + b"\n"


def open_box(data: bytes, passphrase: str, *, label: str) -> bytes:
    """What was sealed; `WrongBox` when passphrase, label or bytes do not fit."""
    try:
        kept = load_json(data, max_bytes=_MOST_BYTES)
        if kept["format"] != FORMAT or kept["label"] != label:
            raise WrongBox("This is the box of something else.")
        salt, nonce, box = (base64.b64decode(kept[name], validate=True) for name in ("salt", "nonce", "box"))
        return ChaCha20Poly1305(_key(passphrase, salt)).decrypt(nonce, box, label.encode())
    except InvalidTag as error:
        raise WrongBox("The passphrase is not the one it was sealed with.") from error
    except (StrictError, KeyError, TypeError, ValueError) as error:
        raise WrongBox("This is not a box of keys.") from error


def is_box(data: bytes) -> bool:
    """Whether these bytes are a box and not a bare seed."""
    return data.lstrip()[:1] == b"{" and len(data) > 64


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=_COST, r=_BLOCK, p=1).derive(passphrase.encode())
