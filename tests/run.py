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
FRONTEND = ROOT / "frontend"
DATA = ROOT.parent / "shared" / "data"
BIN = Path(sys.executable).parent
NOTHING_CHOSEN = 5  # pytest: none of the tests named on the line is of this kind
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests import postgres  # noqa: E402  # the path is laid just above

NAMES = ("browser", "postgres", "outside", "frontend")


def main(words: list[str]) -> int:
    everything = "--all" in words
    chosen = [word for word in words if word != "--all"]
    install_system_packages()
    build()
    left_out = [] if chosen else missing()
    failed = [] if chosen else [name for name, command in house_checks() if not step(name, command)]
    failed += run_tests(chosen, left_out, everything=everything)
    return report(failed, left_out, everything=not chosen)


def install_system_packages() -> None:
    """Chromium and PostgreSQL from Debian, when root; otherwise what is there is used."""
    wanted = [] if chromium() else ["chromium"]
    wanted += [] if postgres.system_binaries() else ["postgresql"]
    if wanted and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(wanted)} ...", flush=True)
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        quiet = {"stdout": subprocess.DEVNULL, "env": env, "check": False}
        subprocess.run(["apt-get", "update", "-q"], **quiet)
        subprocess.run(["apt-get", "install", "-yq", "--no-install-recommends", *wanted], **quiet)


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def build() -> None:
    """The front end with its test tools, and the message catalogues."""
    from tequio.site import assets, catalogues

    catalogues.compile_below(ROOT / "src")
    assets.build(FRONTEND, ROOT / "src" / "tequio" / "web" / "static" / "built", print, again=True)
    assets.fetch_test_tools(FRONTEND, print)


def missing() -> list[str]:
    """What cannot be tested here, each with its name for TEQUIO_REQUIRE."""
    axe = (FRONTEND / "node_modules" / "axe-core").is_dir()
    here = {
        "browser: there is no chromium (Debian: apt install chromium)": chromium() is not None,
        "browser: axe is not in frontend/node_modules (npm ci)": axe,
        "frontend: TypeScript was not checked, for want of node.js": typescript() is not None,
        "outside: ../shared/data is absent, so published vectors were skipped": DATA.is_dir(),
    }
    return [line for line, there in here.items() if not there]


def house_checks() -> list[tuple[str, list[str]]]:
    """Linters and contracts, each a command anyone can run."""
    checks = [
        ("ruff check", [str(BIN / "ruff"), "check", "."]),
        ("ruff format", [str(BIN / "ruff"), "format", "--check", "."]),
        ("types", [str(BIN / "mypy")]),
        ("import contract", [str(BIN / "lint-imports")]),
    ]
    command = typescript()
    return [*checks, ("TypeScript", command)] if command else checks


def typescript() -> list[str] | None:
    from tequio.site import assets

    script = FRONTEND / "node_modules" / "typescript" / "bin" / "tsc"
    if not script.exists():
        return None
    return [str(assets.find_node(ROOT, print).binary), str(script), "--noEmit", "-p", str(FRONTEND)]


def run_tests(chosen: list[str], left_out: list[str], *, everything: bool) -> list[str]:
    """Everything on SQLite, pages in a browser, then all that touches a database again on PostgreSQL."""
    kind = "not exhaustive" if not everything else "not nothing"
    done = {
        "tests on SQLite": step("tests on SQLite", tests(f"{kind} and not postgres and not browser", chosen)),
        # Apart: Playwright keeps an event loop in its process, and Django refuses its database beside one.
        "tests in a browser": step("tests in a browser", tests(f"browser and {kind}", chosen)),
    }
    with postgres.server() as (url, reason):
        if url:
            again = tests(f"(django_db or postgres) and {kind}", chosen)
            done["tests on PostgreSQL"] = step("tests on PostgreSQL", again, database=url)
        else:
            left_out.append(f"postgres: {reason}")
    return [name for name, good in done.items() if not good]


def tests(kind: str, chosen: list[str]) -> list[str]:
    """By file: what a module's tests share is made once (and loadgroup does nothing under pytest 9)."""
    pytest = [sys.executable, "-m", "pytest", "-q", "-rs", "-n", "2", "--dist", "loadfile"]
    return [*pytest, "-m", kind, *chosen]


def step(name: str, command: list[str], database: str = "") -> bool:
    print(f"\n== {name}", flush=True)
    env = {k: v for k, v in os.environ.items() if k not in ("TEQUIO_DATA", "TEQUIO_DATABASE_URL")}
    env["PYTHONPATH"] = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    if database:
        env["TEQUIO_DATABASE_URL"] = database
    began = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
    good = code in (0, NOTHING_CHOSEN)
    print(
        f"== {name}: {'ok' if good else f'FAILED ({code})'} in {time.monotonic() - began:.0f} s", flush=True
    )
    return good


def report(failed: list[str], left_out: list[str], *, everything: bool) -> int:
    """Say at the end, where it is read, what failed and what nobody looked at."""
    required = [word.strip() for word in os.environ.get("TEQUIO_REQUIRE", "").split(",") if word.strip()]
    unknown = [
        f"TEQUIO_REQUIRE: {word!r} is none of {', '.join(NAMES)}" for word in required if word not in NAMES
    ]
    demanded = [line for line in left_out if line.split(":")[0] in required]
    print()
    for line in left_out:
        print(f"LEFT OUT {line}")
    for name in [*failed, *demanded, *unknown]:
        print(f"FAILED {name}")
    if failed or demanded or unknown:
        return 1
    print("Everything was run, and passed." if everything and not left_out else "All that was run passed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
