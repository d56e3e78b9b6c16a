"""`tequio course check DIR` and `tequio course publish DIR`: a course folder, from its author's table to the hub."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.learning.content.api import check_folder
from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse

    from tequio.learning.values import CourseInfo, Problem


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("course", help="check or publish a course folder")
    words = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    check = words.add_parser(
        "check", help="say every problem of a course folder, with its line; needs no hub"
    )
    check.add_argument("folder", type=Path, metavar="DIR")
    options.add_format(check)
    check.set_defaults(run=run_check)
    publish = words.add_parser(
        "publish", help="compile a course folder and offer it on this hub, as a preview"
    )
    publish.add_argument("folder", type=Path, metavar="DIR")
    publish.add_argument(
        "--organisation", metavar="KEY", help="whose course it becomes (default: the only one)"
    )
    options.add_data(publish)
    options.add_format(publish)
    publish.set_defaults(run=run_publish)


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


def run_publish(args: argparse.Namespace) -> int:
    """Whoever runs this acts as an operator, so that any reviewer of the organisation may review the course."""
    start.start(start.data_folder(args.data))
    from tequio.kit import clock
    from tequio.learning import api as learning
    from tequio.site import console

    compiled = learning.compile_folder(args.folder)
    of = console.organisation(args.organisation)
    course = learning.publish(organisation=of.id, compiled=compiled, by=console.operator(of), now=clock.now())
    if args.format == "json":
        options.print_json(_published(course))
    else:
        sys.stdout.write(_sentence(course))
    return 0


def _published(course: CourseInfo) -> dict[str, object]:
    return {
        "course": course.key,
        "version": course.num,
        "package": course.package_id,
        "preview": course.run.preview,
        "minutes": course.minutes,
        "bytes": course.bytes,
        "review": [
            {"criterion": row.criterion, "finding": row.finding.value, "evidence": row.evidence}
            for review in course.reviews
            for row in review.results
        ],
    }


def _sentence(course: CourseInfo) -> str:
    state = "a preview until a reviewer passes it" if course.run.preview else "open to everyone"
    return f"{course.key}, version {course.num}, is on offer: {state}.\nPackage {course.package_id}\n"
