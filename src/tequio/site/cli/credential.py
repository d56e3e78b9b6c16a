"""`tequio credential lint FILE`: the sixteen elements that Europe asks of a micro-credential, in anybody's Open Badge.

Nothing is verified and nobody is asked: it says what a credential says, for whoever issues it. Exit codes: 0 all eleven
mandatory elements are said · 1 some are not · 2 there is no credential to read.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tequio.credentials.element_words import ELEMENTS, PRESENCES
from tequio.kit import clock
from tequio.site.cli.options import add_format, print_json
from tequio.site.cli.verify import read_file
from tequio_standards.badges import ADVICE, Presence, extract, lint
from tequio_standards.badges.extract import jwt_in
from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc import CredentialError, verify_jwt

if TYPE_CHECKING:
    import argparse

    from tequio_standards.badges import LintRow

FORMAT = 1
UNREADABLE = 2


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("credential", help="look at a credential as whoever issues it would")
    words = parser.add_subparsers(dest="credential_word", required=True, metavar="WORD")
    one = words.add_parser("lint", help="which of the sixteen elements of a micro-credential it says")
    one.add_argument("file", metavar="FILE", help="JSON, JWT, PNG, SVG or PDF, or - for standard input")
    add_format(one)
    one.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Sixteen rows on stdout; what cannot be read is one sentence on stderr."""
    try:
        document = _document(read_file(args.file))
    except OSError as error:
        sys.stderr.write(f"{error.filename} cannot be read: {error.strerror}.\n")
        return UNREADABLE
    except (StrictError, CredentialError) as refused:
        sys.stderr.write(f"There is no credential to read in {args.file}: {refused}\n")
        return UNREADABLE
    rows = lint(document, at=clock.now())
    code = int(any(row.mandatory and row.presence is not Presence.PRESENT for row in rows))
    if args.format == "json":
        print_json({"format": FORMAT, "exit_code": code, "elements": [_json(row) for row in rows]})
    else:
        sys.stdout.write("".join(_text(row) for row in rows))
    return code


def _document(data: bytes) -> Any:  # Any: a credential is JSON of others
    text = extract(data)
    jwt = jwt_in(text)
    if jwt is None:
        return load_json(text)
    return verify_jwt(jwt, registry={}).verified or {}


def _json(row: LintRow) -> dict[str, Any]:  # JSON values
    return {
        "element": str(row.element),
        "mandatory": row.mandatory,
        "presence": str(row.presence),
        "where": list(row.where),
        "advice": [{"code": code, "message": ADVICE[code]} for code in row.advice],
    }


def _text(row: LintRow) -> str:
    mark = "" if row.mandatory else " (optional)"
    lines = [f"{PRESENCES[row.presence].says:<14} {ELEMENTS[row.element]}{mark}\n"]
    lines += [f"{'':15}{ADVICE[code]}\n" for code in row.advice]
    return "".join(lines)
