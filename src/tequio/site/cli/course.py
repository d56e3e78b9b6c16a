"""`tequio course check DIR` and `tequio course publish DIR`: a course folder, from its author's table to the hub."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.learning.content.api import check_folder
from tequio.site.cli import options

if TYPE_CHECKING:
    import argparse

    from tequio.learning.values import Problem


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("course", help="check or publish a course folder")
    words = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    check = words.add_parser(
        "check", help="say every problem of a course folder, with its line; needs no hub"
    )
    check.add_argument("folder", type=Path, metavar="DIR")
    options.add_format(check)
    check.set_defaults(run=run_check)


def run_check(args: argparse.Namespace) -> int:
    """0: nothing to put right; 1: something; 2: this is no course folder."""
    problems = check_folder(args.folder)
    if args.format == "json":
        options.print_json({"ok": not problems, "problems": [_row(problem) for problem in problems]})
    else:
        sys.stdout.writelines(f"{problem}\n" for problem in problems)
        sys.stdout.write(f"{len(problems)} problems\n" if problems else "No problems.\n")
    if any(problem.code in ("no-folder", "no-course") for problem in problems):
        return 2
    return 1 if problems else 0


def _row(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "code": problem.code,
        "message": problem.message,
    }
