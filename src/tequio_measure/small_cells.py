"""Counts of people in which small cells are hidden, and with them what would give a small cell away."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of counts as it may be published: None stands for a hidden cell, or for a hidden total."""

    cells: tuple[int | None, ...]
    total: int | None
