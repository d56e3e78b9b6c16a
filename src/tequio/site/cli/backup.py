"""`tequio backup`: one file that holds everything, checked before it gets its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("backup", help="write one file with database, blobs and keys")
    options.add_data(parser)
    parser.add_argument("--to", metavar="DIR", help="folder for the file (default: <data>/backups)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    data = start.data_folder(args.data)
    start.start(data)
    from tequio.site import backups

    print(backups.back_up(data, Path(args.to) if args.to else data / "backups"))
    return 0
