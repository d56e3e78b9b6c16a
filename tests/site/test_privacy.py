"""What the program writes is for its owner's eyes: other accounts of the machine read neither people nor keys."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tequio.site import health
from tequio.site.cli import start
from tequio.site.hub import Hub, write_hub

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _usual_mask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_a_new_hub_is_closed_to_others(tmp_path: Path):
    data = start.data_folder(str(tmp_path / "data"))
    write_hub(data, Hub("https://hub.example.org", "secret", demo=False))
    (data / "tequio.sqlite3").touch()

    assert [path.name for path in (data, *data.iterdir()) if path.stat().st_mode & 0o077] == []


@pytest.mark.parametrize(
    "name", ["tequio.sqlite3", "tequio.sqlite3-wal", "hub.json", "keys/a", "backups/tequio-1.tar"]
)
def test_the_doctor_names_what_others_can_read(tmp_path: Path, name: str):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.touch(mode=0o644)
    assert path.name in health._keys(tmp_path).words

    path.chmod(0o600)
    assert health._keys(tmp_path).state == "ok"
