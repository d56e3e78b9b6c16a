"""Another process on a database of its own: `python -m tests.records.elsewhere WORD ...`, run by the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if __name__ == "__main__":
    import django

    django.setup()

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def database(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a process with an empty, migrated database of its own, on the engine under test."""
    from django.conf import settings

    env = {
        **os.environ,
        "TEQUIO_DATA": str(folder),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path]),
    }
    default = settings.DATABASES["default"]
    if "postgresql" in default["ENGINE"]:
        with _postgres(default, f"elsewhere_{folder.name[:30]}_{os.getpid()}") as url:
            yield _migrated(env | {"TEQUIO_DATABASE_URL": url})
    else:
        yield _migrated(env)


def start(env: dict[str, str], *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.records.elsewhere", *words]
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)


def finish(env: dict[str, str], *words: str) -> str:
    with start(env, *words) as process:
        output, _ = process.communicate(timeout=120)
    assert process.returncode == 0, words
    return output


def _migrated(env: dict[str, str]) -> dict[str, str]:
    finish(env, "migrate")
    return env


@contextmanager
def _postgres(default: dict[str, str], name: str) -> Iterator[str]:
    import psycopg

    login = {"host": default["HOST"], "user": default["USER"], "password": default["PASSWORD"]}
    port = {"port": default["PORT"]} if default["PORT"] else {}
    with psycopg.connect(dbname="postgres", autocommit=True, **login, **port) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            address = f"{login['user']}:{login['password']}@/{name}?host={login['host']}"
            yield (
                f"postgres://{address}"
                if not port
                else f"postgres://{address}".replace("@/", f"@:{port['port']}/")
            )
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def write(first: str, count: str) -> None:
    """Record `count` statements, each in a transaction of its own, and say each number once it is kept."""
    from tests.records.sayings import keep

    for number in range(int(first), int(first) + int(count)):
        keep(number)
        print(number, flush=True)


def carry_in(folder: str) -> None:
    from tequio.records.api import import_from

    import_from(Path(folder))


def look() -> None:
    """Say whether the chain is whole, how long it is, and what the derived tables hold."""
    import json

    from tequio.records.api import dump_derived, rebuild, statements, verify_chain

    sound = verify_chain().ok and rebuild(check=True).ok
    numbers = [int(kept.statement.object.id.rsplit("/", 1)[1]) for kept in statements()]
    print(json.dumps({"sound": sound, "numbers": sorted(numbers), "derived": dict(dump_derived())}))


if __name__ == "__main__":
    word, *rest = sys.argv[1:]
    {"migrate": migrate, "write": write, "carry-in": carry_in, "look": look}[word](*rest)
