"""Backups: a tar with a consistent database copy, blobs, keys and a list of hashes and row counts.

SQLite is copied by VACUUM INTO (a stepped backup restarts at every write); PostgreSQL by pg_dump.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection, transaction

from tequio.kit import clock
from tequio.kit.errors import Refused
from tequio.kit.going import ALONE

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from tequio.kit.going import Going

KEPT = ("hub.json", "blobs", "keys", "trust.json")
LIST = "backup.json"
LAST = "last-backup"
SQLITE = "tequio.sqlite3"
DUMP = "database.sql"


class BackupRefused(Refused):
    """The backup cannot be written or read; the sentence says why."""


def back_up(data: Path, folder: Path, going: Going = ALONE) -> Path:
    """Write `tequio-<time>.tar` into `folder`; the name appears only once the file is whole."""
    going.step("copy")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"tequio-{clock.now():%Y%m%dT%H%M%SZ}.tar"
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        database, rows = _copy_database(Path(temporary))
        listing = {"format": 1, "database": database.name, "sha256": _sha256(database), "rows": rows}
        list_file = Path(temporary) / LIST
        list_file.write_text(json.dumps(listing, indent=1), "utf-8")
        part = Path(temporary) / "part.tar"
        part.touch(mode=0o600)
        going.step("pack")
        with tarfile.open(part, "w") as tar:
            tar.add(list_file, LIST)
            tar.add(database, database.name)
            for name in KEPT:  # after the database: what a row names is there
                if (data / name).exists():
                    tar.add(data / name, name)
        going.step("name")
        part.rename(target)
    (data / LAST).write_text(f"{target.absolute()}\n", "utf-8")
    return target


def last_backup(data: Path) -> Path | None:
    """The newest backup that was made of this hub, wherever it was written to; None when it is gone."""
    mark = data / LAST
    file = Path(mark.read_text("utf-8").strip()) if mark.exists() else None
    return file if file and file.exists() else None


def restore(file: Path, data: Path) -> list[str]:
    """Make a hub of `file` in the empty folder `data` and the empty database; one line per finding.

    A folder that could not be filled to the end is left empty again.
    """
    _refuse_filled_database()
    part = data / ".restoring"
    try:
        listing = unpack(file, part)
        for path in list(part.iterdir()):
            path.rename(data / path.name)
        return [*_prove(data, listing), f"Restored into {data}."]
    except BaseException:
        for path in list(data.iterdir()):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _refuse_filled_database() -> None:
    """PostgreSQL only: SQLite's file lies in the folder, which is empty."""
    if connection.vendor != "sqlite" and connection.introspection.table_names():
        raise BackupRefused("The database that TEQUIO_DATABASE_URL names is not empty; nothing was changed.")


def unpack(file: Path, folder: Path) -> dict[str, Any]:  # JSON: checked where it is used
    """Unpack `file` into the new folder `folder`; refuses what is not a whole backup for this kind of database."""
    try:
        with tarfile.open(file, "r:") as tar:
            folder.mkdir(parents=True)
            for member in tar:
                _extract(tar, member, folder)
    except (OSError, tarfile.TarError) as error:
        raise BackupRefused(f"{file} is not a backup that can be read: {error}.") from error
    listing = _listing(folder)
    database = folder / str(listing["database"])
    if not database.is_file() or _sha256(database) != listing["sha256"]:
        raise BackupRefused(f"The database in {file} is damaged: its hash is not the one written down.")
    _refuse_other_engine(database)
    return listing


def _extract(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """By hand: Python 3.11.2, which Debian 12 has, knows no extraction filters yet."""
    name = PurePosixPath(member.name)
    if name.is_absolute() or ".." in name.parts or not (member.isfile() or member.isdir()):
        raise tarfile.TarError(f"{member.name} does not belong in a backup")
    target = folder / name
    if member.isdir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    content = tar.extractfile(member)
    assert content is not None  # it is a file
    target.touch(mode=0o600)
    with content, target.open("wb") as file:
        shutil.copyfileobj(content, file)
    target.chmod(member.mode & 0o755)


def _refuse_other_engine(database: Path) -> None:
    if database.name == SQLITE and connection.vendor != "sqlite":
        raise BackupRefused("This is the backup of an SQLite hub. Restore it without TEQUIO_DATABASE_URL.")
    if database.name == DUMP and connection.vendor == "sqlite":
        raise BackupRefused(
            "This is the backup of a PostgreSQL hub. Name an empty database in TEQUIO_DATABASE_URL."
        )


def _prove(data: Path, listing: dict[str, Any]) -> list[str]:  # JSON: checked where it is used
    """Load a PostgreSQL dump if there is one, then compare row counts."""
    dump = data / DUMP
    if dump.exists():
        _load_dump(dump)
        dump.unlink()
    counts = row_counts()
    wrong = [table for table, rows in listing["rows"].items() if counts.get(table) != rows]
    if wrong:
        raise BackupRefused(f"These tables have other row counts than written down: {', '.join(wrong)}.")
    return [f"{len(counts)} tables, {sum(counts.values())} rows: as written down."]


def row_counts() -> dict[str, int]:
    """Rows of each of our tables there are, which before an upgrade are not yet all that this release knows."""
    with connection.cursor() as cursor:
        ours = [t for t in connection.introspection.table_names(cursor) if t.startswith(_prefixes())]
        return {table: _count(cursor, table) for table in sorted(ours)}


def _prefixes() -> tuple[str, ...]:
    return tuple(f"{label}_" for label in settings.OUR_APPS)


def _count(cursor: CursorWrapper | sqlite3.Cursor, table: str) -> int:
    cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608  # the database's own table names
    return int(cursor.fetchone()[0])


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
    target = folder / SQLITE
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    with closing(sqlite3.connect(target)) as copy:
        names = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        return target, {
            name: _count(copy.cursor(), name) for (name,) in names if name.startswith(_prefixes())
        }


def _dump_postgres(folder: Path) -> tuple[Path, dict[str, int]]:
    target = folder / DUMP
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = str(cursor.fetchone()[0])
        _postgres_tool(
            "pg_dump", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", "--file", str(target)
        )
        return target, row_counts()


def _load_dump(path: Path) -> None:
    connection.close()
    _postgres_tool("psql", "--quiet", "--single-transaction", "--set", "ON_ERROR_STOP=1", "--file", str(path))


def _postgres_tool(tool: str, *words: str) -> None:
    parts = settings.DATABASES["default"]
    env = {"PGPASSWORD": str(parts["PASSWORD"]), "PATH": "/usr/local/bin:/usr/bin:/bin"}
    named = {"--host": "HOST", "--port": "PORT", "--username": "USER", "--dbname": "NAME"}
    where = [word for option, key in named.items() if parts[key] for word in (option, str(parts[key]))]
    try:
        subprocess.run([tool, *where, *words], env=env, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise BackupRefused(f"{tool} is missing. On Debian: apt install postgresql-client") from error
    except subprocess.CalledProcessError as error:
        raise BackupRefused(f"{tool} failed: {error.stderr.strip()[-300:]}") from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
