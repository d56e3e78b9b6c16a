"""What only several processes can show: writers side by side, a killed one, and an empty database filled anew."""

import json
from pathlib import Path

import pytest

from tequio.records.api import dump_derived, export_to
from tests.records import elsewhere
from tests.records.sayings import OTHER_STORE, keep

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def test_writers_side_by_side_leave_no_gap(tmp_path: Path):
    with elsewhere.database(tmp_path) as env:
        writers = [elsewhere.start(env, "write", str(100 * n), "40") for n in range(4)]
        for writer in writers:
            with writer:
                writer.communicate(timeout=120)
            assert writer.returncode == 0
        found = json.loads(elsewhere.finish(env, "look"))
    assert found["sound"]
    assert len(found["numbers"]) == 160


def test_a_killed_writer_loses_nothing_it_was_told_is_kept(tmp_path: Path):
    told: set[int] = set()
    with elsewhere.database(tmp_path) as env:
        for start in (0, 1000):
            told |= killed_midway(env, start)
        found = json.loads(elsewhere.finish(env, "look"))
    assert found["sound"]
    assert told <= set(found["numbers"])


def killed_midway(env: dict[str, str], first: int) -> set[int]:
    with elsewhere.start(env, "write", str(first), "100000") as writer:
        assert writer.stdout is not None
        heard = {int(writer.stdout.readline()) for _ in range(25)}
        writer.kill()
        return heard | {int(line) for line in writer.stdout.read().split("\n")[:-1]}


def test_an_export_read_into_an_empty_database_derives_the_same_tables(tmp_path: Path):
    for number in range(20):
        keep(number, store=OTHER_STORE) if number % 3 else keep(number)
    export_to(tmp_path / "export")
    with elsewhere.database(tmp_path) as env:
        elsewhere.finish(env, "carry-in", str(tmp_path / "export"))
        found = json.loads(elsewhere.finish(env, "look"))
    assert found["sound"]
    assert found["derived"] == dict(dump_derived())
