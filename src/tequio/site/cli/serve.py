"""`tequio serve`: run a real hub behind a reverse proxy."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tequio.site import ports
from tequio.site.cli import checkout, options, start

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("serve", help="serve this hub")
    options.add_data(parser)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument(
        "--port", type=int, default=8000, metavar="N", help="port to listen on (default: 8000)"
    )
    parser.add_argument("--threads", type=int, default=4, help="request threads a worker (default: 4)")
    parser.add_argument(
        "--workers", type=int, default=1, help="worker processes; more than one needs PostgreSQL"
    )
    parser.add_argument(
        "--url", help="on an empty data folder: the hub's public address, which never changes"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    data = start.data_folder(args.data)
    _set_up(args, data)
    start.require_hub(data)
    if args.workers > 1 and not os.environ.get("TEQUIO_DATABASE_URL"):
        sys.exit("SQLite has one writer: keep --workers 1, or set TEQUIO_DATABASE_URL to a PostgreSQL.")
    port = ports.claim(args.host, args.port)
    checkout.bring_up_to_date()
    os.environ["TEQUIO_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tequio.site.settings")
    os.environ.setdefault("TEQUIO_EMBEDDED_JOBS", "yes")
    from tequio.site import serving

    def announce() -> None:
        print(f"ready http://{args.host}:{port}/", flush=True)

    serving.serve(args.host, port, threads=args.threads, workers=args.workers, on_ready=announce)
    return 0


def _set_up(args: argparse.Namespace, data: Path) -> None:
    """A hub that issues nothing yet waits for its first operator: print where. A child does it: this stays light."""
    url = args.url or os.environ.get("TEQUIO_HUB_URL")
    born = (data / "hub.json").exists()
    if any((data / "keys").glob("**/*")) or not (born or url):
        return
    words = ["init", "--data", str(data), *(("--unless-waiting",) if born else ("--url", str(url)))]
    subprocess.run(
        [sys.executable, "-m", "tequio.site.cli", *words], check=False
    )  # it says itself what is wrong
