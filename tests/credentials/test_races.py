"""Many at once: one award for one enrolment, one bit for each credential. On SQLite in a file, and on PostgreSQL."""

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

from tequio.credentials import api, awarding
from tequio.credentials.models import Award, Credential, StatusEntry
from tequio.kit.models import OutboxEvent
from tests import cast as the_cast
from tests.credentials.issuing import gathered
from tests.credentials.samples import NOON

ROOT = Path(__file__).resolve().parents[2]
THREADS = 8


def together(act) -> list[object]:
    """What each of so many threads got from `act(num)` at the same moment, errors included."""
    gate = Barrier(THREADS)

    def run(num: int) -> object:
        gate.wait()
        try:
            return act(num)
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def race(cast: the_cast.Cast) -> dict[str, int]:
    """The same award asked for by many, then many awards; figures that must come out exactly so."""
    api.open_issuer(organisation=cast.a.id, now=NOON, demo=True)
    same, others = gathered(cast), [gathered(cast) for _ in range(THREADS)]
    known = {one.attempt: one for one in (same, *others)}
    awarding.gather, before = (lambda attempt, *, now: known[attempt]), awarding.gather
    try:
        one = together(lambda _: api.award(attempt=same.attempt, now=NOON))
        many = together(lambda num: api.award(attempt=others[num].attempt, now=NOON))
    finally:
        awarding.gather = before
    return {
        "one": len(set(map(str, one))),
        "many": len(set(map(str, many))),
        "awards": Award.objects.count(),
        "credentials": Credential.objects.count(),
        "bits": len(set(StatusEntry.objects.values_list("status_list", "index"))),
        "issued": OutboxEvent.objects.filter(name="CredentialIssued").count(),
    }


EXACT = {
    "one": 1,
    "many": THREADS,
    "awards": THREADS + 1,
    "credentials": THREADS + 1,
    "bits": THREADS + 1,
    "issued": THREADS + 1,
}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_on_this_database_many_at_once_come_to_one():
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        pytest.skip("SQLite in memory has no threads; the next test runs it from a file")
    assert race(the_cast.build()) == EXACT


@pytest.mark.slow
def test_on_sqlite_in_a_file_many_at_once_come_to_one(tmp_path):
    env = {name: value for name, value in os.environ.items() if not name.startswith("TEQUIO_")}
    env |= {"TEQUIO_DATA": str(tmp_path), "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    env["DJANGO_SETTINGS_MODULE"] = "tequio.site.settings"
    done = subprocess.run(
        [sys.executable, "-m", "tests.credentials.race_on_file"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == EXACT
