"""`tequio conformance vc`: a throw-away VC-API with keys that everybody knows, for outside test suites."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.kit import clock
from tequio.site import ports

if TYPE_CHECKING:
    import argparse


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("conformance", help="a throw-away server for outside test suites")
    what = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    vc = what.add_parser("vc", help="VC-API: issue, verify, status lists; this machine only")
    vc.add_argument("--port", type=int, default=0, metavar="P", help="default: any free one")
    vc.add_argument(
        "--host", default="127.0.0.1", metavar="H", help="a name of this machine; others are refused"
    )
    vc.add_argument("--tls", action="store_true", help="https, with a certificate it signs for itself")
    vc.add_argument(
        "--context",
        action="append",
        default=[],
        metavar="URL=FILE",
        help="one more JSON-LD context that documents may name",
    )
    vc.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    from tequio.site.conformance.desk import DID
    from tequio.site.conformance.serving import LOOPBACK, open_server

    contexts = {
        url: Path(name).read_bytes() for url, _, name in (each.partition("=") for each in args.context)
    }
    port = ports.claim(args.host, args.port) if args.host in LOOPBACK else args.port
    server = open_server(args.host, port, tls=args.tls, now=clock.now, contexts=contexts)
    sys.stdout.write(f"{server.address}\n{DID}\n")  # type: ignore[attr-defined]  # set when it was opened
    sys.stdout.flush()
    try:
        server.serve_forever()
    finally:
        server.server_close()
    return 0
