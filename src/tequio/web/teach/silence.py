"""When somebody counts as silent: a facilitator or teacher may want to ask how they are."""

from __future__ import annotations

from datetime import datetime, timedelta

SILENT_AFTER = timedelta(days=7)


def is_silent(last_act: datetime, now: datetime, *, done: bool) -> bool:
    """Nothing for seven days, and no certificate yet."""
    return not done and now - last_act >= SILENT_AFTER
