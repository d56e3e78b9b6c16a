"""The command line: one file per word, each with `add(subparsers)` and `run(args) -> exit code`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tequio.kit.errors import TequioError
from tequio.site.cli import words

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one word; an error a person can act on is one sentence on stderr and exit code 1."""
    said = list(sys.argv[1:] if argv is None else argv)
    args = parser(said[0] if said else None).parse_args(said)
    try:
        return int(args.run(args))
    except TequioError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except BrokenPipeError:
        return 0
    except OSError as error:
        if error.filename is None:
            raise
        sys.stderr.write(f"{error.filename}: {error.strerror}.\n")
        return 1
    except KeyboardInterrupt:
        return 130


def parser(said: str | None = None) -> argparse.ArgumentParser:
    """The words needed when `said` comes first; every word, as `tequio help` shows them, when it is none."""
    top = argparse.ArgumentParser(prog="tequio", description="An open online-learning hub.")
    subparsers = top.add_subparsers(dest="word", required=True, metavar="WORD")
    for word in words.needed_for(said):
        word.add(subparsers)
    helper = subparsers.add_parser("help", help="show this list")
    helper.set_defaults(run=lambda args: print_help(top))
    return top


def print_help(top: argparse.ArgumentParser) -> int:
    top.print_help()
    return 0
