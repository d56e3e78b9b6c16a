"""`tequio messages`: compile the message catalogues that stand beside the sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tequio.site.catalogues import compile_below

if TYPE_CHECKING:
    import argparse

SOURCE = Path(__file__).resolve().parents[2]


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("messages", help="compile translations (.po to .mo)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    print(f"{compile_catalogues(SOURCE)} catalogues compiled.")
    return 0


def compile_catalogues(root: Path) -> int:
    """Compile every catalogue below `root` whose .po is newer than its .mo; returns how many."""
    return compile_below(root)
