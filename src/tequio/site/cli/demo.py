"""`tequio demo`: from nothing to a seeded hub that answers, with no question asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tequio.site import fingerprint
from tequio.site.cli import start

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("demo", help="seed a demo hub and serve it on this machine")
    parser.add_argument("--data", metavar="DIR", help="where the demo lives (default: ./demo-data)")
    parser.add_argument(
        "--port", type=int, default=8765, metavar="N", help="port on 127.0.0.1 (default: 8765)"
    )
    parser.add_argument("--fresh", action="store_true", help="throw the demo's data away first")
    parser.add_argument("--seed-only", action="store_true", help="prepare the data folder and stop")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    data = start.data_folder(args.data)
    if args.fresh and data.exists():
        _throw_away(data)
    os.environ["TEQUIO_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tequio.site.settings")
    if not fingerprint.is_current(data):
        _prepare(data)
    return 0 if args.seed_only else _serve(data, args.port)


def _throw_away(data: Path) -> None:
    """Only ever a demo: a folder that holds anything else is left alone."""
    if any(data.iterdir()) and not (data / "hub.json").exists():
        sys.exit(f"{data} is not a demo hub's folder; nothing was deleted. Give --data another folder.")
    if '"demo": true' not in (data / "hub.json").read_text("utf-8"):
        sys.exit(f"{data} holds a real hub; `demo --fresh` never deletes one.")
    shutil.rmtree(data)


def _prepare(data: Path) -> None:
    """In a process of its own, so that the serving parent stays light."""
    sys.stderr.write("Preparing the demo hub (once) ...\n")
    program = [sys.executable, "-m", "tequio.site.seeds", str(data)]
    if subprocess.run(program, check=False).returncode:
        sys.exit("The demo could not be prepared; the lines above say why. `--fresh` starts over.")


def _serve(data: Path, wanted: int) -> int:
    from tequio.site import serving

    port = serving.free_port(wanted)
    os.environ["TEQUIO_EMBEDDED_JOBS"] = "yes"
    address = f"http://127.0.0.1:{port}"
    journeys = (data / "journeys.txt").read_text("utf-8")
    readme = (data / "samples.txt").read_text("utf-8")
    (data / "samples" / "README.txt").write_text(readme.replace("{hub}", address), "utf-8")

    def announce() -> None:
        print(f"ready {address}/", flush=True)
        print(journeys.replace("{hub}", address), flush=True)

    serving.serve("127.0.0.1", port, threads=2, workers=1, on_ready=announce)
    return 0
