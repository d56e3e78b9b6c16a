"""The door of the wallet: bring, look, take along, discard."""

from __future__ import annotations

from tequio.credentials.wallet.keeping import (
    WalletRefused,
    bring,
    brought,
    brought_file,
    discard,
    wallet,
)
from tequio.credentials.wallet.values import MOST_FILE_BYTES, MOST_FILES, Brought, WalletId

__all__ = [
    "MOST_FILES",
    "MOST_FILE_BYTES",
    "Brought",
    "WalletId",
    "WalletRefused",
    "bring",
    "brought",
    "brought_file",
    "discard",
    "wallet",
]
