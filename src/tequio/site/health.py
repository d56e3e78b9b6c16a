"""What `tequio doctor` and /readyz look at: each finding is ok, warning or failed, with words that help."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from tequio.kit import clock, outbox
from tequio.records import api as records
from tequio.site import backups

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECRET_FILES = ("keys/**/*", "hub.json", "tequio.sqlite3*", "backups/*")
State = Literal["ok", "warning", "failed"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    state: State
    words: str


def examine(data: Path) -> list[Finding]:
    """Every finding, in the order a person would mend them."""
    quick = readiness(data)
    return [*quick, _ledger(), _backup(data), _keys(data), _address()]


def readiness(data: Path) -> list[Finding]:
    """The quick ones, for /readyz: database, schema, outbox, disk."""
    return [
        _guarded("database", _database),
        _guarded("schema", _schema),
        _guarded("outbox", _outbox),
        _disk(data),
    ]


def _guarded(name: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except DatabaseError as error:
        return Finding(name, "failed", f"The database does not answer: {error}.")


def _database() -> Finding:
    with transaction.atomic():  # IMMEDIATE on SQLite: proves that the write lock can be had
        connection.ensure_connection()
    return Finding("database", "ok", f"{connection.vendor} answers and takes writes.")


def _schema() -> Finding:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return Finding("schema", "failed", f"{len(waiting)} migrations wait. Run: tequio upgrade")
    return Finding("schema", "ok", "The schema is this release's.")


def _outbox() -> Finding:
    waiting, stuck = outbox.waiting()
    if stuck:
        return Finding("outbox", "failed", f"{stuck} events could not be delivered; the log says why.")
    return Finding("outbox", "ok", f"{waiting} events wait for delivery.")


def _ledger() -> Finding:
    report = records.verify_chain()
    if report.ok:
        return Finding("ledger", "ok", f"The chain over {report.statements} statements is whole.")
    return Finding("ledger", "failed", f"The chain is broken at {report.broken[0]}. Restore a backup.")


def _disk(data: Path) -> Finding:
    free = shutil.disk_usage(data).free // 2**20
    if free < 500:
        return Finding("disk", "failed" if free < 50 else "warning", f"Only {free} MB are free at {data}.")
    return Finding("disk", "ok", f"{free} MB are free.")


def _backup(data: Path) -> Finding:
    file = backups.last_backup(data)
    if file is None:
        return Finding(
            "backup", "warning", "There is no backup. Run: tequio backup, and see docs/running-a-hub.md"
        )
    age = clock.now() - datetime.fromtimestamp(file.stat().st_mtime, tz=clock.now().tzinfo)
    state: State = "ok" if age < timedelta(hours=36) else "warning"
    return Finding("backup", state, f"The last one is {age.total_seconds() / 3600:.0f} hours old: {file}.")


def _keys(data: Path) -> Finding:
    secret = [path for kind in SECRET_FILES for path in data.glob(kind) if path.is_file()]
    open_files = [path.name for path in secret if path.stat().st_mode & 0o077]
    if open_files:
        return Finding("keys", "failed", f"Others can read {', '.join(open_files)}. Run: chmod 600 on them.")
    return Finding("keys", "ok", "Keys, database and backups are readable by their owner only.")


def _address() -> Finding:
    if settings.HUB_URL.startswith("https://") or settings.DEMO:
        return Finding("address", "ok", f"The hub is {settings.HUB_URL}.")
    return Finding(
        "address", "warning", f"{settings.HUB_URL} is not https: phones will refuse to work offline."
    )
