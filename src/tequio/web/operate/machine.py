"""A glance at the machine: room on the disk, the last backup, what waits. Cheap enough for every visit."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tequio.kit import jobs, outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """How the hub is doing. `backup_at` is None when there is no backup yet."""

    free_bytes: int
    backup_at: datetime | None
    events_waiting: int
    events_stuck: int
    jobs_waiting: int
    jobs_failed: int


def glance(data: Path) -> Machine:
    """What can be seen without reading a statement."""
    events_waiting, events_stuck = outbox.waiting()
    jobs_waiting, jobs_failed = jobs.waiting()
    return Machine(
        free_bytes=shutil.disk_usage(data).free,
        backup_at=_last_backup(data),
        events_waiting=events_waiting,
        events_stuck=events_stuck,
        jobs_waiting=jobs_waiting,
        jobs_failed=jobs_failed,
    )


def _last_backup(data: Path) -> datetime | None:
    """In the data folder, or wherever `tequio backup --to` last wrote one."""
    mark = data / "last-backup"
    noted = [Path(mark.read_text("utf-8").strip())] if mark.is_file() else []
    files = [*(data / "backups").glob("tequio-*.tar"), *noted]
    written = [file.stat().st_mtime for file in files if file.is_file()]
    return datetime.fromtimestamp(max(written), tz=UTC) if written else None
