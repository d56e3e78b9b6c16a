"""`tequio records`: prove the ledger, carry it out, read it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("records", help="prove, export or import the ledger")
    words = parser.add_subparsers(dest="records_word", required=True, metavar="WORD")
    _word(words, "verify-chain", "walk the hash chain; exit 1 where it is broken", verify_chain)
    out = _word(words, "export", "write the whole ledger into a folder", export)
    out.add_argument("folder", metavar="DIR", type=Path)
    back = _word(words, "import", "append an exported ledger, each line proved", import_)
    back.add_argument("folder", metavar="DIR", type=Path)


def _word(
    words: argparse._SubParsersAction[argparse.ArgumentParser],
    word: str,
    words_for_it: str,
    handler: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = words.add_parser(word, help=words_for_it)
    options.add_data(parser)
    options.add_format(parser)
    parser.set_defaults(run=run, records_run=handler)
    return parser


def run(args: argparse.Namespace) -> int:
    start.start(start.data_folder(args.data))
    return int(args.records_run(args))


def verify_chain(args: argparse.Namespace) -> int:
    from tequio.records import api as records

    report = records.verify_chain()
    broken = [{"origin": b.origin, "seq": b.seq, "reason": b.reason} for b in report.broken]
    answer = {"ok": report.ok, "statements": report.statements, "erased": report.erased, "broken": broken}
    if args.format == "json":
        options.print_json(answer)
    else:
        print(f"{report.statements} statements, {report.erased} of them erased.")
        for found in report.broken:
            print(f"broken at {found.seq} of {found.origin}: {found.reason}")
        print("The chain is whole." if report.ok else f"The chain is broken in {len(broken)} places.")
    return 0 if report.ok else 1


def export(args: argparse.Namespace) -> int:
    from tequio.records import api as records

    report = records.export_to(args.folder)
    answer = {"statements": report.statements, "erasures": report.erasures}
    return _tell(args, answer, f"{report.statements} statements written to {args.folder}.")


def import_(args: argparse.Namespace) -> int:
    from tequio.records import api as records

    report = records.import_from(args.folder)
    answer = {"added": report.added, "known": report.known}
    return _tell(args, answer, f"{report.added} statements added; {report.known} were here already.")


def _tell(args: argparse.Namespace, answer: dict[str, int], sentence: str) -> int:
    if args.format == "json":
        options.print_json(answer)
    else:
        print(sentence)
    return 0
