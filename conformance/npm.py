"""Packages of the JavaScript world, for comparison only: installed outside this repository, never a dependency."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HOME = Path.home() / ".cache" / "tequio-conformance"
PACKAGES = (
    "rdf-canonize@5.0.0",
    "jsonld@9.0.0",
    "@digitalbazaar/vc@7.3.0",
    "@digitalbazaar/data-integrity@2.5.0",
    "@digitalbazaar/eddsa-rdfc-2022-cryptosuite@1.3.0",
    "@digitalbazaar/ed25519-multikey@1.3.1",
    "@digitalcredentials/verifier-core@1.0.0-beta.11",
)


def workshop() -> Path:
    """The folder with the packages and our scripts; made once."""
    ready = HOME / "ready"
    if not ready.exists() or ready.read_text() != "\n".join(PACKAGES):
        HOME.mkdir(parents=True, exist_ok=True)
        (HOME / "package.json").write_text('{"private": true, "type": "module"}')
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", *PACKAGES]
        subprocess.run(command, cwd=HOME, check=True)
        ready.write_text("\n".join(PACKAGES))
    for script in (HERE / "node").glob("*.mjs"):
        shutil.copy(script, HOME)
    return HOME


def run(script: str, asked: Iterable[Any]) -> list[Any]:
    """What a script of ours answers, one JSON line to each. Lines end at LF only: U+2028 stands in the texts."""
    done = subprocess.run(
        ["node", script],
        cwd=workshop(),
        input="\n".join(map(json.dumps, asked)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(line) for line in done.stdout.split("\n") if line]
