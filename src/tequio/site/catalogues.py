"""Compiles message catalogues (.po to .mo) with polib, so that no gettext tools are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib

if TYPE_CHECKING:
    from pathlib import Path


def compile_below(root: Path) -> int:
    """Bring every .mo below `root` up to date with its .po; returns how many were compiled."""
    return sum(_compile(source) for source in sorted(root.glob("**/locale/*/LC_MESSAGES/*.po")))


def _compile(source: Path) -> bool:
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    polib.pofile(str(source)).save_as_mofile(str(target))
    return True
