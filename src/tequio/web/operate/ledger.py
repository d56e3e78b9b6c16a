"""The last time somebody had the ledger's chain checked from the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.kit import work
from tequio.web.operate.errands import CHECK

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.values import OrganisationId


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """What walking the chain found, and when."""

    whole: bool
    statements: int
    at: datetime


def last_check(organisation: OrganisationId, *, now: datetime) -> ChainCheck | None:
    """None when nobody asked for a month."""
    done = work.last_done(CHECK, scope=organisation, now=now)
    if done is None or done.ended_at is None:
        return None
    result = done.result
    return ChainCheck(bool(result.get("whole")), int(result.get("statements", 0)), done.ended_at)
