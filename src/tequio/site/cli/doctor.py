"""`tequio doctor`: looks at everything that makes a hub fail at night, and says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("doctor", help="check this hub and say what to mend")
    options.add_data(parser)
    options.add_format(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    data = start.data_folder(args.data)
    start.start(data)
    from tequio.site import health

    findings = health.examine(data)
    if args.format == "json":
        options.print_json([{"name": f.name, "state": f.state, "words": f.words} for f in findings])
    else:
        for finding in findings:
            print(f"{finding.state:7} {finding.name}: {finding.words}")
    return 1 if any(f.state == "failed" for f in findings) else 0
