"""`tequio registry`: write this hub's signed list of issuers, or take in another hub's."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.kit import clock
from tequio.site.cli import options, start

if TYPE_CHECKING:
    import argparse

    from tequio.credentials.vouching.api import Plan


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("registry", help="write the list of issuers, or take in another hub's")
    words = parser.add_subparsers(dest="registry_word", required=True, metavar="WORD")
    out = words.add_parser("export", help="write this hub's registry, signed")
    out.add_argument("file", metavar="FILE", help="a new file, or - for standard output")
    out.add_argument("--dcc", action="store_true", help="as other verifiers read it (DCC, unsigned, no demo)")
    out.set_defaults(run=run, registry_run=export)
    back = words.add_parser("import", help="take in another hub's registry, and say what it changed")
    back.add_argument("file", metavar="FILE", help="its registry.json, or - for standard input")
    back.add_argument("--dry-run", action="store_true", help="only say what it would change")
    back.add_argument(
        "--confirm",
        metavar="DID=END",
        action="append",
        default=[],
        help="the last 8 characters of an issuer's new key, as its people said them",
    )
    options.add_format(back)
    back.set_defaults(run=run, registry_run=bring)
    for each in (out, back):
        options.add_data(each)


def run(args: argparse.Namespace) -> int:
    start.start(start.data_folder(args.data))
    return int(args.registry_run(args))


def export(args: argparse.Namespace) -> int:
    from tequio.credentials.vouching import api

    data = (api.registry_dcc if args.dcc else api.registry)(now=clock.now())
    if args.file == "-":
        sys.stdout.buffer.write(data)
        return 0
    with Path(args.file).open("xb") as file:
        file.write(data)
    return 0


def bring(args: argparse.Namespace) -> int:
    from tequio.credentials.vouching import api
    from tequio.people import api as people
    from tequio.site import console

    by = console.operator(people.organisations()[0])
    data, now = _read(args.file, api.MOST_REGISTRY_BYTES), clock.now()
    if args.dry_run:
        plan = api.look(data, by=by, now=now)
    else:
        plan = api.take(data, by=by, now=now, confirmed=_typed(args.confirm))
    _tell(plan, args)
    return 0


def _read(name: str, most: int) -> bytes:
    """One byte more than is ever taken, so that a huge file costs nothing."""
    if name == "-":
        return sys.stdin.buffer.read(most + 1)
    with Path(name).open("rb") as file:
        return file.read(most + 1)


def _typed(said: list[str]) -> dict[str, str]:
    return {did: end for did, _, end in (text.rpartition("=") for text in said)}


def _tell(plan: Plan, args: argparse.Namespace) -> None:
    became = [{"did": change.did, "become": str(change.become)} for change in plan.changes]
    if args.format == "json":
        taken = not args.dry_run
        options.print_json({"signer": plan.signer, "digest": plan.digest, "taken": taken, "issuers": became})
        return
    print(f"Registry of {plan.name or plan.signer}, signed by {plan.signer}, SHA-256 {plan.digest}.")
    for one in became:
        print(f"  {one['become']:7} {one['did']}")
    print("Nothing was written." if args.dry_run else "Taken in.")
