"""Moments in words, in the zone that is active for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.web.saying import moment as day_and_time
from tequio.web.saying import time_of_day

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["day_and_time", "milliseconds", "time_of_day", "time_to_come"]


def time_to_come(moment: datetime | None, now: datetime) -> str:
    """The moment in words while it is still ahead; empty when there is none, or it has passed."""
    return day_and_time(moment) if moment and now < moment else ""


def milliseconds(moment: datetime) -> int:
    """Since 1970, for the script's countdown."""
    return int(moment.timestamp() * 1000)
