"""A backup is one file that proves itself; a damaged one is refused."""

from __future__ import annotations

import json
import sqlite3
import tarfile
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from tests.cast import build

from tequio.kit.models import JobLease
from tequio.site import backups
from tequio.site.hub import Hub, write_hub

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL is backed up and restored by the drill")
    folder = tmp_path / "data"
    write_hub(folder, Hub("https://hub.example.org", "secret", demo=False))
    (folder / "blobs").mkdir()
    (folder / "blobs" / "one").write_bytes(b"blob")
    build()
    return folder


def test_a_backup_holds_database_blobs_and_identity(data: Path, tmp_path: Path):
    file = backups.back_up(data, tmp_path / "to")

    with tarfile.open(file) as tar:
        names = tar.getnames()
    assert {"backup.json", "tequio.sqlite3", "hub.json", "blobs/one"} <= set(names)
    assert file.stat().st_mode & 0o077 == 0


def test_a_backup_is_the_database_as_it_was(data: Path, tmp_path: Path):
    backups.unpack(backups.back_up(data, tmp_path / "to"), tmp_path / "again")

    copy = sqlite3.connect(tmp_path / "again" / "tequio.sqlite3")
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert copy.execute("SELECT count(*) FROM people_person").fetchone() == (10,)
    copy.close()


def test_row_counts_are_written_down(data: Path, tmp_path: Path):
    backups.unpack(backups.back_up(data, tmp_path / "to"), tmp_path / "again")

    listing = json.loads((tmp_path / "again" / "backup.json").read_text())
    assert listing["rows"]["people_organisation"] == 2


def test_a_damaged_database_is_refused(data: Path, tmp_path: Path):
    file = backups.back_up(data, tmp_path / "to")
    broken = bytearray(file.read_bytes())
    at = broken.find(b"SQLite format 3") + 5000
    broken[at] ^= 0xFF
    file.write_bytes(broken)

    with pytest.raises(backups.BackupRefused, match="damaged"):
        backups.unpack(file, tmp_path / "again")


def test_what_is_no_backup_is_refused(tmp_path: Path):
    (tmp_path / "x.tar").write_bytes(b"not a tar")

    with pytest.raises(backups.BackupRefused, match="not a backup"):
        backups.unpack(tmp_path / "x.tar", tmp_path / "again")


def test_a_backup_that_escapes_its_folder_is_refused(tmp_path: Path):
    evil = tmp_path / "evil.tar"
    with tarfile.open(evil, "w") as tar:
        (tmp_path / "f").write_text("x")
        tar.add(tmp_path / "f", "../escaped")

    with pytest.raises(backups.BackupRefused):
        backups.unpack(evil, tmp_path / "again")
    assert not (tmp_path / "escaped").exists()


def test_a_backup_before_an_upgrade_counts_the_tables_there_are(data: Path, tmp_path: Path):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE kit_joblease")  # as if this release were the first to know it
    try:
        listing = backups.unpack(backups.back_up(data, tmp_path / "to"), tmp_path / "again")
    finally:
        with connection.schema_editor() as editor:
            editor.create_model(JobLease)

    assert "kit_joblease" not in listing["rows"]


def test_the_last_backup_is_known_wherever_it_lies(data: Path, tmp_path: Path):
    file = backups.back_up(data, tmp_path / "elsewhere")

    assert backups.last_backup(data) == file


def test_a_last_backup_that_is_gone_does_not_count(data: Path, tmp_path: Path):
    backups.back_up(data, tmp_path / "elsewhere").unlink()

    assert backups.last_backup(data) is None
