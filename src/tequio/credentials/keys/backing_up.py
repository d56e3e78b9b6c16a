"""The secrets of all keys in one sealed file, to be kept away from the hub."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from tequio.credentials import keyfiles
from tequio.credentials.box import (
    NONCE_BYTES,
    SALT_BYTES,
    SHORTEST_PASSPHRASE,
    WrongBox,
    open_box,
    seal,
)
from tequio.credentials.models import IssuerKey
from tequio.kit import ids
from tequio.kit.errors import Refused
from tequio_standards import vc
from tequio_standards.strict import load_json

if TYPE_CHECKING:
    from collections.abc import Mapping

LABEL = "tequio signing keys"


class BackupRefused(Refused):
    """The keys cannot be backed up or brought back like this."""

    code = "key_backup_refused"


def back_up(passphrase: str) -> bytes:
    """Every secret of this hub under `passphrase` (at least 12 characters)."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise BackupRefused(_("The passphrase of a backup of keys needs 12 characters or more."))
    rows = IssuerKey.objects.values_list("uuid", "multibase")
    seeds = {str(uuid): _text(keyfiles.seed_of(uuid)) for uuid, _multibase in rows if keyfiles.has_seed(uuid)}
    return seal(
        json.dumps(seeds).encode(),
        passphrase,
        salt=ids.new_bytes(SALT_BYTES),
        nonce=ids.new_bytes(NONCE_BYTES),
        label=LABEL,
    )


def bring_back(data: bytes, passphrase: str) -> int:
    """Put missing secrets back, each proved against its public key first; how many were missing comes back."""
    known = dict(IssuerKey.objects.values_list("uuid", "multibase"))
    missing = {uuid: seed for uuid, seed in _opened(data, passphrase).items() if not keyfiles.has_seed(uuid)}
    for uuid, seed in missing.items():
        if uuid not in known or vc.generate(seed).multibase != known[uuid]:
            raise BackupRefused(_("The backup holds keys of another hub, so nothing was brought back."))
    for uuid, seed in missing.items():
        keyfiles.keep_seed(uuid, seed)
    return len(missing)


def _opened(data: bytes, passphrase: str) -> Mapping[UUID, bytes]:
    try:
        kept = load_json(open_box(data, passphrase, label=LABEL))
        return {UUID(key): base64.b64decode(seed) for key, seed in kept.items()}
    except WrongBox as error:
        raise BackupRefused(
            _("The file cannot be opened: it is no backup of keys, or the passphrase is another.")
        ) from error


def _text(seed: bytes) -> str:
    return base64.b64encode(seed).decode()
