"""Lines that several of the operator's pages show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StateLine:
    """One thing looked at; shown by parts/checks.html."""

    tone: str
    icon: str
    word: str
    text: str
    tip: str = ""
