"""Many at once: one takes the address, one becomes operator, one worker does the work. In a file, and on PostgreSQL."""

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
from django.test import Client

from tequio.kit import clock, ids, work
from tequio.kit.errors import NotFound
from tequio.people.models import Membership, Organisation, Person
from tequio.people.opening import api as opening
from tests.cast import SECRET
from tests.web.staff.test_setting_up import ANSWERS

ROOT = Path(__file__).resolve().parents[3]
THREADS = 8
EXACT = {
    "taken": 1,
    "finished": 1,
    "operators": 1,
    "people": 1,
    "organisations": 1,
    "done": 1,
    "state": "done",
}


def together(act) -> list[object]:
    """What each of so many threads got from `act()` at the same moment, refusals as None."""
    gate = Barrier(THREADS)

    def run(_: int) -> object:
        gate.wait()
        try:
            return act()
        except (NotFound, work.StillGoing):
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def race() -> dict[str, object]:
    token = opening.invite(now=clock.now())
    (holder,) = taken = [one for one in together(lambda: opening.take(token, now=clock.now())) if one]
    opening.answer(holder, now=clock.now(), **ANSWERS)
    finished = together(lambda: finish(holder)).count(302)
    return {
        "taken": len(taken),
        "finished": finished,
        "operators": Membership.objects.filter(role="operator").count(),
        "people": Person.objects.count(),
        "organisations": Organisation.objects.count(),
        **worked(),
    }


def finish(holder: str) -> int:
    browser = Client()
    browser.cookies["tequio_setup"] = holder
    return browser.post("/en/setup/finish/", {"secret": SECRET}).status_code


def worked() -> dict[str, object]:
    """The same row handed to many workers."""
    done: list[str] = []
    kinds = dict(work._kinds)
    try:
        work.install({"sweep": lambda going, details: done.append("once") or {}})
        one = work.ask("sweep", scope=ids.new_uuid(), by=ids.new_uuid(), language="es", now=clock.now())
        together(lambda: work.run.call(str(one)))
    finally:
        work.install(kinds)
    return {"done": len(done), "state": work.look(one, now=clock.now()).state.value}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_on_this_database_many_at_once_come_to_one():
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        pytest.skip("SQLite in memory has no threads; the next test runs it from a file")
    settings.KEYS.mkdir(parents=True, exist_ok=True)
    assert race() == EXACT


@pytest.mark.slow
def test_on_sqlite_in_a_file_many_at_once_come_to_one(tmp_path):
    env = {name: value for name, value in os.environ.items() if not name.startswith("TEQUIO_")}
    env |= {"TEQUIO_DATA": str(tmp_path), "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    env["DJANGO_SETTINGS_MODULE"] = "tequio.site.settings"
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.staff.race_on_file"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == EXACT
