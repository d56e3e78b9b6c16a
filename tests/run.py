"""`./tequio test`: installs what the tests need, checks the house, runs every test on both databases.

As an ordinary user it uses what is there and says at the end what was left out;
TEQUIO_REQUIRE=browser,postgres turns leaving out into failing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests import postgres  # noqa: E402  # the path is laid just above


def main(words: list[str]) -> int:
    everything = "--all" in words
    chosen = [word for word in words if word != "--all"]
    left_out: list[str] = []
    install_system_packages()
    build()
    failed = [] if chosen else [name for name, command in house_checks() if not step(name, command)]
    failed += run_tests(chosen, left_out, everything=everything)
    return report(failed, left_out)


def install_system_packages() -> None:
    """Chromium and PostgreSQL from Debian, when root; otherwise what is there is used."""
    wanted = [] if shutil.which("chromium") else ["chromium"]
    wanted += [] if postgres.system_binaries() else ["postgresql"]
    if wanted and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(wanted)} ...", flush=True)
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        quiet = {"stdout": subprocess.DEVNULL, "env": env, "check": False}
        subprocess.run(["apt-get", "update", "-q"], **quiet)
        subprocess.run(["apt-get", "install", "-yq", "--no-install-recommends", *wanted], **quiet)


def build() -> None:
    """The front end with its test tools, and the message catalogues."""
    from tequio.site import assets, catalogues

    catalogues.compile_below(ROOT / "src")
    assets.build(ROOT / "frontend", ROOT / "src" / "tequio" / "web" / "static" / "built", print)


def house_checks() -> list[tuple[str, list[str]]]:
    """Linters and contracts, each a command anyone can run."""
    checks = [
        ("ruff check", [str(BIN / "ruff"), "check", "."]),
        ("ruff format", [str(BIN / "ruff"), "format", "--check", "."]),
        ("types", [str(BIN / "mypy")]),
        ("import contract", [str(BIN / "lint-imports")]),
    ]
    typescript = ROOT / "frontend" / "node_modules" / "typescript" / "bin" / "tsc"
    if typescript.exists() and shutil.which("node"):
        checks.append(("TypeScript", ["node", str(typescript), "--noEmit", "-p", str(ROOT / "frontend")]))
    return checks


def run_tests(chosen: list[str], left_out: list[str], *, everything: bool) -> list[str]:
    """Everything on SQLite, then all that touches a database again on PostgreSQL."""
    pytest = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup"]
    kind = "not exhaustive" if not everything else "not nothing"
    if not shutil.which("chromium"):
        left_out.append("browser: there is no chromium; as root on Debian this command installs it")
    if not (ROOT.parent / "shared" / "data").is_dir():
        left_out.append("outside data: ../shared/data is absent, so published vectors were skipped")
    failed = [] if step("tests on SQLite", [*pytest, "-m", kind, *chosen]) else ["tests on SQLite"]
    with postgres.server() as url:
        if url is None:
            left_out.append("postgres: no PostgreSQL could be started")
        elif not step("tests on PostgreSQL", [*pytest, "-m", f"django_db and {kind}", *chosen], database=url):
            failed.append("tests on PostgreSQL")
    return failed


def step(name: str, command: list[str], database: str = "") -> bool:
    print(f"\n== {name}", flush=True)
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    env.pop("TEQUIO_DATA", None)
    if database:
        env["TEQUIO_DATABASE_URL"] = database
    began = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
    print(
        f"== {name}: {'ok' if code == 0 else f'FAILED ({code})'} in {time.monotonic() - began:.0f} s",
        flush=True,
    )
    return code == 0


def report(failed: list[str], left_out: list[str]) -> int:
    required = [word for word in os.environ.get("TEQUIO_REQUIRE", "").split(",") if word]
    missing = [line for line in left_out if line.split(":")[0] in required]
    for line in left_out:
        print(f"LEFT OUT {line}")
    for name in [*failed, *missing]:
        print(f"FAILED {name}")
    if not failed and not missing:
        print("All that was run passed.")
    return 1 if failed or missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
