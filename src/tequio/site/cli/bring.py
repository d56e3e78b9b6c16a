"""`tequio import`: bring in a course export and account for every step and item."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse

    from tequio.learning.exchange.values import ImportReport


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("import", help="bring in a course export (Open edX)")
    parser.add_argument("file", metavar="FILE", help="the export, such as course.tar.gz")
    options.add_data(parser)
    options.add_format(parser)
    parser.add_argument(
        "--organisation", metavar="KEY", help="whose course it becomes (default: the only one)"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would come over and write nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    start.start(start.data_folder(args.data), hub=not args.dry_run)
    if args.dry_run:
        report = _read_only(Path(args.file))
    else:
        from tequio.kit import clock
        from tequio.learning.exchange import api as exchange
        from tequio.site import console

        of = console.organisation(args.organisation)
        by = console.operator(of)
        report = exchange.import_course(Path(args.file), organisation=of.id, by=by, now=clock.now())
    if args.format == "json":
        options.print_json(as_json(report))
    else:
        _print_text(report)
    return 0


def _read_only(file: Path) -> ImportReport:
    """A dry run needs no hub: it reads and reports."""
    from tequio.learning.exchange import api as exchange

    return exchange.look_at(file)


def as_json(report: ImportReport) -> dict[str, object]:
    """The report as `--format json` prints it; documented in docs/importing.md."""
    return {
        "format": report.format,
        "title": report.title,
        "course": report.course_key,
        "steps": asdict(report.steps),
        "items": asdict(report.items),
        "rows": [asdict(row) for row in report.rows],
    }


def _print_text(report: ImportReport) -> None:
    print(f"{report.title} ({report.format})")
    for name, counts in (("steps", report.steps), ("items", report.items)):
        print(f"  {name}: {counts.native} native, {counts.fallback} fallback, {counts.lost} lost")
    for row in report.rows:
        if row.fate != "native":
            print(f"  {row.fate:8} {row.where}  {row.title}  {row.reason}")
    if report.course_key:
        print(f"Open as a preview run: /courses/{report.course_key}/")
