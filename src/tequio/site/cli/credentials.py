"""`tequio credentials`: issue results of another platform, list batches, hand them back, revoke them."""

from __future__ import annotations

import csv
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from tequio.kit import clock
from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from tequio.credentials.batches.values import BatchInfo, Problem
    from tequio.people.values import Actor, OrganisationInfo


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "credentials", help="issue results of another platform, list, export, revoke"
    )
    words = parser.add_subparsers(dest="credentials_word", required=True, metavar="WORD")
    new = _word(words, "issue", "sign every row of a CSV file; all of it or nothing", issue)
    new.add_argument("file", metavar="FILE", type=Path, help="CSV: name, finished [, score, of] [, language]")
    new.add_argument(
        "--about", metavar="FILE", type=Path, required=True, help="YAML that describes the course"
    )
    new.add_argument("--source", metavar="NAME", help="the platform (default: as the YAML says)")
    new.add_argument(
        "--dry-run", action="store_true", help="say what is wrong with the file and write nothing"
    )
    _word(words, "list", "every batch with how many of it were revoked", list_)
    out = _word(words, "export", "codes as CSV, or every signed document as a file", export)
    out.add_argument("batch", metavar="BATCH", type=UUID)
    out.add_argument("folder", metavar="DIR", type=Path)
    out.add_argument("--documents", action="store_true", help="the documents too")
    gone = _word(words, "revoke", "take a batch back, or those whose codes stand in a file", revoke)
    gone.add_argument("--batch", metavar="BATCH", type=UUID, required=True)
    which = gone.add_mutually_exclusive_group(required=True)
    which.add_argument("--file", metavar="FILE", type=Path, help="one code a line")
    which.add_argument("--all", action="store_true", help="the whole batch")
    gone.add_argument("--reason", required=True, help="a sentence that anyone may read")


def _word(
    words: argparse._SubParsersAction[argparse.ArgumentParser],
    word: str,
    words_for_it: str,
    handler: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = words.add_parser(word, help=words_for_it)
    parser.add_argument("--organisation", metavar="KEY", help="whose (default: the only one)")
    options.add_data(parser)
    options.add_format(parser)
    parser.set_defaults(run=run, credentials_run=handler)
    return parser


def run(args: argparse.Namespace) -> int:
    start.start(start.data_folder(args.data))
    return int(args.credentials_run(args))


def issue(args: argparse.Namespace) -> int:
    """Exit code 1 when a line has to be put right; then nothing was issued."""
    from tequio.credentials.batches import api

    of, by = _acting(args)
    about = api.about_from_yaml(args.about.read_bytes())
    about = replace(about, platform=args.source) if args.source else about
    if args.dry_run:
        sheet = api.look(args.file, about=about, organisation=of.id, by=by, now=clock.now())
        rows: dict[str, object] = {"rows": sheet.rows}
        return _told(args, sheet.problems) or _tell(args, rows, f"{sheet.rows} rows can be issued.")
    try:
        batch = api.issue(
            args.file, about=about, organisation=of.id, by=by, now=clock.now(), going=_Progress()
        )
    except api.BatchRefused as refusal:
        return _told(args, refusal.problems) or _refused(refusal)
    info = api.batch(batch, by=by)
    return _tell(args, _row(info), f"{info.rows} certificates were issued as batch {batch}.")


def list_(args: argparse.Namespace) -> int:
    from tequio.credentials.batches import api

    of, by = _acting(args)
    found = api.batches(organisation=of.id, by=by)
    if args.format == "json":
        options.print_json([_row(info) for info in found])
        return 0
    for info in found:
        title = next(iter(info.title.values()))
        print(f"{info.id}  {info.at:%Y-%m-%d}  {info.rows} issued, {info.revoked} revoked")
        print(f"    {title} · {info.source} · file {info.digest[:16]}")
    return 0


def export(args: argparse.Namespace) -> int:
    from tequio.credentials.batches import api

    _of, by = _acting(args)
    args.folder.mkdir(parents=True, exist_ok=True)
    file = args.folder / "codes.csv"
    with file.open("x", encoding="utf-8-sig", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(("code", "link", "name", "finished", "score", "language", "revoked"))
        rows.writerows(api.table(args.batch, by=by))
    if args.documents:
        api.write_documents(args.batch, args.folder / "documents", by=by)
    return _tell(args, {"file": str(file)}, f"{file} is for the other platform.")


def revoke(args: argparse.Namespace) -> int:
    from tequio.credentials.batches import api

    _of, by = _acting(args)
    codes = (
        None if args.all else [line for line in args.file.read_text("utf-8-sig").splitlines() if line.strip()]
    )
    count = api.revoke_batch(args.batch, codes=codes, reason=args.reason, by=by, now=clock.now())
    return _tell(args, {"revoked": count}, f"{count} certificates were revoked.")


class _Progress:
    """How far it is, on stderr of whoever looks on."""

    def step(self, phase: str, done: int = 0, of: int = 0) -> None:
        if sys.stderr.isatty() and of:
            sys.stderr.write(f"\r{phase} {done:,} of {of:,} ")

    def last(self, phase: str) -> AbstractContextManager[None]:
        from tequio.kit.going import ALONE

        return ALONE.last(phase)


def _acting(args: argparse.Namespace) -> tuple[OrganisationInfo, Actor]:
    from tequio.site import console

    of = console.organisation(args.organisation)
    return of, console.officer(of)


def _row(info: BatchInfo) -> dict[str, object]:
    return {name: getattr(info, name) for name in info.__slots__}


def _told(args: argparse.Namespace, problems: tuple[Problem, ...]) -> int:
    if problems and args.format == "json":
        options.print_json({"problems": [{"line": one.line, "sentence": one.sentence} for one in problems]})
    elif problems:
        sys.stderr.writelines(_lines(problems, args.file))
    return int(bool(problems))


def _lines(problems: tuple[Problem, ...], file: Path) -> Iterator[str]:
    return (f"{file}:{one.line}: {one.sentence}\n" for one in problems)


def _refused(refusal: Exception) -> int:
    sys.stderr.write(f"{refusal}\n")
    return 1


def _tell(args: argparse.Namespace, answer: dict[str, object], sentence: str) -> int:
    if args.format == "json":
        options.print_json(answer)
    else:
        print(sentence)
    return 0
