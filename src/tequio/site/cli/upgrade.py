"""`tequio upgrade`: a backup first, then the schema of this release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("upgrade", help="back up, then bring the data to this release")
    options.add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    data = start.data_folder(args.data)
    start.start(data)
    from tequio.site import backups, born

    path = backups.back_up(data, data / "backups")
    print(f"Backed up to {path}.")
    born.migrate()
    print("The data is at this release. To go back: tequio restore FILE --data NEW_FOLDER")
    return 0
