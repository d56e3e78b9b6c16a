"""Backups: a tar with a consistent database copy, blobs, keys and a list of hashes and row counts.

SQLite is copied by VACUUM INTO (a stepped backup restarts at every write); PostgreSQL by pg_dump.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from tequio.kit import clock
from tequio.kit.errors import Refused

if TYPE_CHECKING:
    from django.db.models import Model

KEPT = ("hub.json", "blobs", "keys", "trust.json")
LIST = "backup.json"


class BackupRefused(Refused):
    """The backup cannot be written or read; the sentence says why."""


def back_up(data: Path, folder: Path) -> Path:
    """Write `tequio-<time>.tar` into `folder`; the name appears only once the file is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"tequio-{clock.now():%Y%m%dT%H%M%SZ}.tar"
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        database, rows = _copy_database(Path(temporary))
        listing = {"format": 1, "database": database.name, "sha256": _sha256(database), "rows": rows}
        list_file = Path(temporary) / LIST
        list_file.write_text(json.dumps(listing, indent=1), "utf-8")
        part = Path(temporary) / "part.tar"
        with tarfile.open(part, "w") as tar:
            tar.add(list_file, LIST)
            tar.add(database, database.name)
            for name in KEPT:
                if (data / name).exists():
                    tar.add(data / name, name)
        part.chmod(0o600)
        part.rename(target)
    return target


def unpack(file: Path, data: Path) -> None:
    """Unpack `file` into the empty folder `data`; refuses what is not a whole backup."""
    try:
        with tarfile.open(file) as tar:
            data.mkdir(parents=True, exist_ok=True)
            tar.extractall(data, filter="data")
    except (OSError, tarfile.TarError) as error:
        raise BackupRefused(f"{file} is not a backup that can be read: {error}.") from error
    listing = _listing(data)
    if _sha256(data / listing["database"]) != listing["sha256"]:
        raise BackupRefused(f"The database in {file} is damaged: its hash is not the one written down.")


def prove(data: Path) -> list[str]:
    """Load a PostgreSQL dump if there is one, then compare row counts; one line per finding."""
    listing = _listing(data)
    if str(listing["database"]).endswith(".sql"):
        _load_dump(data / listing["database"])
    counts = row_counts()
    wrong = [table for table, rows in listing["rows"].items() if counts.get(table) != rows]
    if wrong:
        raise BackupRefused(f"Restored, but these tables have other row counts: {', '.join(wrong)}.")
    return [f"{len(counts)} tables, {sum(counts.values())} rows: as written down.", f"Restored into {data}."]


def row_counts() -> dict[str, int]:
    """Rows of each of our tables, in the database this process is connected to."""
    return {m._meta.db_table: m._default_manager.count() for m in _our_models()}


def _our_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model._meta.app_label in settings.OUR_APPS]


def _listing(data: Path) -> dict[str, Any]:  # JSON: checked where it is used
    try:
        listing = json.loads((data / LIST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BackupRefused(f"There is no readable {LIST} in the backup.") from error
    if listing.get("format") != 1:
        raise BackupRefused("This backup was written by a newer release; restore it with that one.")
    return dict(listing)


def _copy_database(folder: Path) -> tuple[Path, dict[str, int]]:
    """A consistent copy, and the row counts of exactly that copy although the hub goes on writing."""
    return _copy_sqlite(folder) if connection.vendor == "sqlite" else _dump_postgres(folder)


def _copy_sqlite(folder: Path) -> tuple[Path, dict[str, int]]:
    target = folder / "tequio.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    with closing(sqlite3.connect(target)) as copy:
        tables = [model._meta.db_table for model in _our_models()]
        counts = {t: copy.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in tables}  # noqa: S608  # our own table names
    return target, counts


def _dump_postgres(folder: Path) -> tuple[Path, dict[str, int]]:
    target = folder / "database.sql"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = str(cursor.fetchone()[0])
        _postgres_tool("pg_dump", "--no-owner", f"--snapshot={snapshot}", "--file", str(target))
        return target, row_counts()


def _load_dump(path: Path) -> None:
    connection.close()
    _postgres_tool("psql", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", str(path))


def _postgres_tool(tool: str, *words: str) -> None:
    parts = settings.DATABASES["default"]
    env = {"PGPASSWORD": str(parts["PASSWORD"]), "PATH": "/usr/bin:/bin:/usr/local/bin"}
    where = ["--host", str(parts["HOST"]), "--username", str(parts["USER"]), "--dbname", str(parts["NAME"])]
    port = ["--port", str(parts["PORT"])] if parts["PORT"] else []
    try:
        subprocess.run([tool, *where, *port, *words], env=env, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise BackupRefused(f"{tool} is missing. On Debian: apt install postgresql-client") from error
    except subprocess.CalledProcessError as error:
        raise BackupRefused(f"{tool} failed: {error.stderr.strip()[-300:]}") from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
