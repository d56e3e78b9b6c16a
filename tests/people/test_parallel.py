"""Twenty wrong PINs at the same moment: five are looked at, fifteen wait. On a SQLite file and on PostgreSQL."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tequio.people import api as people
from tests import cast
from tests.people.guess_in_parallel import guess_all

EXPECTED = {"must_wait": 15, "wrong_secret": 5}
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_parallel_guesses_on_a_database_file(tmp_path):
    environment = {
        **os.environ,
        "TEQUIO_DATA": str(tmp_path),
        "TEQUIO_DATABASE_URL": "",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.people.guess_in_parallel"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == EXPECTED


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_parallel_guesses_on_postgres():
    if connection.vendor != "postgresql":
        pytest.skip("the test database is one connection in memory; the test above uses a file")
    hub = cast.organisation("nodo-anahuac", "Nodo Anáhuac")
    rosa = cast.learner(hub, "Rosa Méndez", secret=cast.PIN)
    token = people.enrol_device(person=rosa.id, now=cast.NOW)
    assert guess_all(rosa.code, token) == EXPECTED
