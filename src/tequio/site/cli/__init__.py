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
    args = parser().parse_args(argv)
    try:
        return int(args.run(args))
    except TequioError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """Every word with its options, as `tequio --help` shows them."""
    top = argparse.ArgumentParser(prog="tequio", description="An open online-learning hub.")
    subparsers = top.add_subparsers(dest="word", required=True, metavar="WORD")
    for word in words.ALL:
        word.add(subparsers)
    helper = subparsers.add_parser("help", help="show this list")
    helper.set_defaults(run=lambda args: print_help(top))
    return top


def print_help(top: argparse.ArgumentParser) -> int:
    top.print_help()
    return 0
