"""`tequio restore`: a backup becomes a hub again in an empty folder, and proves itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("restore", help="unpack a backup into an empty data folder and check it")
    parser.add_argument("file", metavar="FILE", help="what `tequio backup` wrote")
    options.add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    data = start.data_folder(args.data)
    if data.exists() and any(data.iterdir()):
        sys.exit(f"{data} is not empty. Give --data an empty folder; nothing was changed.")
    data.mkdir(parents=True, mode=0o700, exist_ok=True)
    start.start(data, hub=False)
    from tequio.site import backups

    for line in backups.restore(Path(args.file), data):
        print(line)
    return 0
