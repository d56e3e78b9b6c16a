"""The door to signing keys: list them, replace one, disown one, back them up. For who sits at the hub's command line."""

from __future__ import annotations

from tequio.credentials.keyfiles import KeyLocked
from tequio.credentials.keys.backing_up import BackupRefused, back_up, bring_back
from tequio.credentials.keys.replacing import KeyRefused, protect_all, revoke_key, rotate
from tequio.credentials.keys.showing import KeyShown, keys

__all__ = [
    "BackupRefused",
    "KeyLocked",
    "KeyRefused",
    "KeyShown",
    "back_up",
    "bring_back",
    "keys",
    "protect_all",
    "revoke_key",
    "rotate",
]
