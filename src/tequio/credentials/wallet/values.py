"""What passes through the door of the wallet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType
from uuid import UUID

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.values import Verdict

WalletId = NewType("WalletId", UUID)
MOST_FILES = 30
MOST_FILE_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Brought:
    """A file from elsewhere. `verdict` is made anew at each look; None for a kind that nobody signs with a key."""

    id: WalletId
    name: str
    bytes: int
    at: datetime
    verdict: Verdict | None
