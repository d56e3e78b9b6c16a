"""`tequio rebuild`: clears every derived table, tells the ledger again, and compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("rebuild", help="rebuild every derived table from the ledger")
    options.add_data(parser)
    options.add_format(parser)
    parser.add_argument(
        "--check",
        action="store_true",
        help="compare only and leave the tables as they are; exit 1 if they differ",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    start.start(start.data_folder(args.data))
    from tequio.records import api as records

    report = records.rebuild(check=args.check)
    if args.format == "json":
        tables = dict(report.tables)
        differences = list(report.differences)
        options.print_json({"statements": report.statements, "tables": tables, "differences": differences})
    else:
        print(f"{report.statements} statements told again.")
        for table, rows in report.tables.items():
            print(f"{rows:9} rows in {table}")
        print("\n".join(report.differences) or "Every derived table is what the ledger says.")
    # Without --check, what differed has just been mended: that is no failure.
    return 1 if args.check and not report.ok else 0
