"""Chores of a running hub: small, idempotent, told the time; run when it starts and every ten minutes after."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

log = logging.getLogger(__name__)
_chores: list[Callable[[datetime], object]] = []


def install(chores: Sequence[Callable[[datetime], object]]) -> None:
    """Say what has to be kept up; called once, by `site.wiring`."""
    _chores[:] = chores


def tend(now: datetime) -> None:
    """Run every chore; one that fails is logged and tried again next time, and never stops the others."""
    for chore in _chores:
        try:
            chore(now)
        except Exception:  # a chore of any wall may fail in any way; the rest must still be done
            log.exception("the chore %s failed", getattr(chore, "__qualname__", chore))
