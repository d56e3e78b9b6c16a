"""Who reacts to what, and what fills each port: the whole map on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tequio.kit import outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tequio.kit.events import Event

REACTIONS: dict[type[Event], Sequence[Callable[[Any], None]]] = {}


def lay() -> None:
    """Install reactions and ports; called once, when all apps are ready."""
    outbox.install(REACTIONS)
