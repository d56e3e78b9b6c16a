"""`tequio demo`: from nothing to a seeded hub that answers, with no question asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from tequio.site import demo_folder, fingerprint, ports
from tequio.site.cli import checkout, start

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

HOST = "127.0.0.1"
PORT = 8765


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("demo", help="seed a demo hub and serve it on this machine")
    parser.add_argument("--data", metavar="DIR", help="where the demo lives (default: ./demo-data)")
    parser.add_argument(
        "--port", type=int, metavar="N", help=f"port on {HOST} (default: {PORT}, or any if that is taken)"
    )
    parser.add_argument("--fresh", action="store_true", help="throw the demo's data away first")
    parser.add_argument("--seed-only", action="store_true", help="prepare the data folder and stop")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    signal.signal(signal.SIGTERM, _end)  # until the server takes it over: whatever runs below ends too
    data = start.data_folder(args.data)
    port = ports.claim_or_any(HOST, PORT) if args.port is None else ports.claim(HOST, args.port)
    with demo_folder.claim(data, fresh=args.fresh):
        os.environ["TEQUIO_DATA"] = str(data)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tequio.site.settings")
        checkout.bring_up_to_date(again=args.fresh)
        if not fingerprint.is_current(data):
            _prepare(data)
        return 0 if args.seed_only else _serve(data, port)


def _end(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def _prepare(data: Path) -> None:
    """In a process of its own, so that the serving parent stays light."""
    sys.stderr.write("Preparing the demo hub (once) ...\n")
    mark = data / demo_folder.PREPARING
    if not (data / "hub.json").exists():
        mark.touch()
    program = [sys.executable, "-m", "tequio.site.seeds", str(data)]
    if subprocess.run(program, check=False).returncode:
        sys.exit("The demo could not be prepared; the lines above say why. `--fresh` starts over.")
    mark.unlink(missing_ok=True)


def _serve(data: Path, port: int) -> int:
    from tequio.site import serving

    os.environ["TEQUIO_EMBEDDED_JOBS"] = "yes"
    address = f"http://{HOST}:{port}"
    readme = (data / "samples.txt").read_text("utf-8")
    (data / "samples" / "README.txt").write_text(_named(readme, data, address), "utf-8")
    journeys = _named((data / "journeys.txt").read_text("utf-8"), data, address)

    def announce() -> None:
        print(f"ready {address}/", flush=True)
        print(journeys, flush=True)

    serving.serve(HOST, port, threads=4, workers=1, on_ready=announce)
    return 0


def _named(text: str, data: Path, address: str) -> str:
    """The seeds do not know where the hub will answer, nor where its folder will lie."""
    return text.format(hub=address, data=data, program=checkout.program())
