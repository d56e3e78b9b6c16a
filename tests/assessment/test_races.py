"""Many at once: one attempt, one save, one result. On SQLite in a file, and on PostgreSQL when the tests run there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.conf import settings
from django.db import connection

from tequio.assessment import api
from tequio.assessment.models import Attempt, AttemptScore, Save
from tequio.kit.models import OutboxEvent
from tests import cast as the_cast
from tests.assessment.desk import BEGIN, ENROLMENT, HOUR, Desk, set_desk, statements

ROOT = Path(__file__).resolve().parents[2]
THREADS = 16


def together(act, times: int = THREADS) -> list[object]:
    """Run `act(num)` in so many threads at the same moment; what each gave, errors included."""
    gate = Barrier(times)

    def run(num: int) -> object:
        gate.wait()
        try:
            return act(num)
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


def race(desk: Desk) -> dict[str, object]:
    """Everything that may be asked for by many at once; figures that must come out exactly so."""
    starts = together(lambda _: desk.start().id)
    view = desk.start()
    item = view.items[0].key
    saves = together(lambda _: desk.save(view, item, "b", key="one-key").replayed)
    mixed = together(lambda num: desk.save(view, item, "abcd"[num % 4], key=f"mixed-{num}").seq)
    results = together(lambda _: desk.submit(view))
    again = together(lambda _: desk.start(BEGIN + 48 * HOUR).number)
    ended = Attempt.objects.get(num=2)
    asked = together(lambda _: api.result(ended.uuid, now=BEGIN + 60 * HOUR).state.value)
    return {
        "starts": len(set(starts)),
        "saves": [saves.count(False), saves.count(True)],
        "mixed": sum(isinstance(seq, int) for seq in mixed),
        "results": len({str(result) for result in results}),
        "again": sorted(set(map(str, again))),
        "asked": sorted(set(map(str, asked))),
        "attempts": Attempt.objects.filter(registration=ENROLMENT).count(),
        "scores": AttemptScore.objects.count(),
        "kept": Save.objects.count(),
        "events": OutboxEvent.objects.filter(name="AttemptSubmitted").count(),
        "submitted": sum("submitted" in one.verb for one in statements()),
        "timed_out": sum("timed-out" in one.verb for one in statements()),
    }


EXACT = {
    "starts": 1,
    "saves": [1, THREADS - 1],
    "mixed": THREADS,
    "results": 1,
    "again": ["2"],
    "asked": ["timed_out"],
    "attempts": 2,
    "scores": 2,
    "kept": THREADS + 1,
    "events": 2,
    "submitted": 1,
    "timed_out": 1,
}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_on_this_database_many_at_once_come_to_one():
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        pytest.skip("SQLite in memory has no threads; the next test runs it from a file")
    assert race(set_desk(the_cast.build())) == EXACT


@pytest.mark.slow
def test_on_sqlite_in_a_file_many_at_once_come_to_one(tmp_path: Path):
    env = {name: value for name, value in os.environ.items() if not name.startswith("TEQUIO_")}
    env |= {"TEQUIO_DATA": str(tmp_path), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    env["DJANGO_SETTINGS_MODULE"] = "tequio.site.settings"
    done = subprocess.run(
        [sys.executable, "-m", "tests.assessment.race_on_file"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == EXACT
