"""The help page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class HelpPage:
    """Plain answers; nothing on it varies."""

    template: ClassVar[str] = "learn/help.html"
