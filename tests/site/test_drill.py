"""The whole life of a real hub: made, served, backed up while people write, restored, proved."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from tests.site.real_hub import RealHub

if TYPE_CHECKING:
    from collections.abc import Iterator
    from subprocess import CompletedProcess

PASSWORD = "a long password of Ana's"
POSTGRES = os.environ.get("TEQUIO_DATABASE_URL", "")
NAMES = ("tequio_drill_1", "tequio_drill_2")
WRITING = Path(__file__).with_name("writing.py")
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Drill:
    """What was seen on the way."""

    hub: RealHub
    restored: RealHub
    code: str
    operator_page: int
    statements_before: int
    file: Path
    credential: Path
    restoring: CompletedProcess[str]


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def drill(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drill]:
    folder = tmp_path_factory.mktemp(request.param)
    with databases(request.param) as (first, second):
        yield drilled(folder, RealHub(folder / "hub", first), RealHub(folder / "restored", second))


def drilled(folder: Path, hub: RealHub, restored: RealHub) -> Drill:
    code = made(folder, hub)
    with hub.served() as browser:
        page = browser.sign_in(code, PASSWORD)
        with hub.started(WRITING, hub.data) as writer:
            uuid = writer.stdout.readline().strip()
            statements = told(hub, "records", "verify-chain")["statements"]
            file = Path(done(hub.run("backup", "--to", folder / "backups")).stdout.strip())
            assert writer.poll() is None, "nobody wrote while the backup was made"
        credential = folder / "credential.json"
        credential.write_bytes(browser.ask("GET", f"/credentials/{uuid}")[1])
    return Drill(hub, restored, code, page, statements, file, credential, restored.run("restore", file))


def made(folder: Path, hub: RealHub) -> str:
    """`tequio init`; the operator's code."""
    (folder / "password").write_text(PASSWORD + "\n")
    words = ["init", "--url", "https://hub.example.org", "--organisation", "Universidad de Ejemplo"]
    words += ["--key", "ejemplo", "--country", "MX", "--operator", "Ana Pérez"]
    text = done(hub.run(*words, "--password-file", folder / "password")).stdout
    return text.partition("code ")[2].split()[0]


def done(answer: CompletedProcess[str]) -> CompletedProcess[str]:
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer


def told(hub: RealHub, *words: str) -> dict:
    return json.loads(done(hub.run(*words, "--format", "json")).stdout)


@contextlib.contextmanager
def databases(kind: str) -> Iterator[tuple[str, str]]:
    """Addresses of two empty databases that vanish afterwards; two empty texts for SQLite."""
    if kind == "sqlite":
        yield "", ""
        return
    if not POSTGRES:
        pytest.skip("TEQUIO_DATABASE_URL names no PostgreSQL")
    if not shutil.which("pg_dump"):
        pytest.skip("there is no pg_dump; on Debian: apt install postgresql-client")
    say(*(f"DROP DATABASE IF EXISTS {name}" for name in NAMES), *(f"CREATE DATABASE {n}" for n in NAMES))
    first, second = (urlsplit(POSTGRES)._replace(path=f"/{name}") for name in NAMES)
    yield unsplit(first), unsplit(second)
    say(*(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)" for name in NAMES))


def say(*sentences: str) -> None:
    import psycopg

    with psycopg.connect(POSTGRES.replace("postgres://", "postgresql://", 1), autocommit=True) as server:
        for sentence in sentences:
            server.execute(sentence)


def unsplit(parts) -> str:
    """Like urlunsplit, which drops the empty host of postgres://user@/name."""
    return f"{parts.scheme}://{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def test_the_operator_signs_in(drill: Drill):
    assert drill.operator_page == 200


def test_a_backup_made_while_people_write_is_restored_row_by_row(drill: Drill):
    assert drill.restoring.returncode == 0, drill.restoring.stderr
    assert "rows: as written down." in drill.restoring.stdout


def test_nothing_that_was_kept_before_the_backup_is_missing(drill: Drill):
    report = told(drill.restored, "records", "verify-chain")

    assert report["ok"]
    assert report["statements"] >= drill.statements_before > 50


def test_the_backup_is_for_its_owner_only(drill: Drill):
    assert stat.S_IMODE(drill.file.stat().st_mode) == 0o600


def test_keys_come_back_and_stay_private(drill: Drill):
    keys = {path.name: path.read_bytes() for path in (drill.hub.data / "keys").iterdir()}
    back = list((drill.restored.data / "keys").iterdir())

    assert "ledger.seed" in keys
    assert len(keys) == 2
    assert {path.name: path.read_bytes() for path in back} == keys
    assert {stat.S_IMODE(path.stat().st_mode) for path in back} == {0o600}


def test_no_copy_of_the_database_is_left_lying_about(drill: Drill):
    names = {path.name for path in drill.restored.data.iterdir()}

    assert {name for name in names if name.endswith((".sql", ".tar"))} == set()


@pytest.mark.parametrize("which", ["hub", "restored"])
def test_the_derived_tables_are_what_the_ledger_says(drill: Drill, which: str):
    assert told(getattr(drill, which), "rebuild", "--check")["differences"] == []


@pytest.mark.parametrize("which", ["hub", "restored"])
def test_its_certificates_verify(drill: Drill, which: str):
    hub = getattr(drill, which)

    assert told(hub, "verify", str(drill.credential), "--data", str(hub.data))["outcome"] == "ok"


def test_the_doctor_finds_nothing_to_mend(drill: Drill):
    assert [row for row in told(drill.hub, "doctor") if row["state"] != "ok"] == []


def test_the_doctor_misses_a_backup_of_the_restored_hub(drill: Drill):
    assert [row["name"] for row in told(drill.restored, "doctor") if row["state"] != "ok"] == ["backup"]


def test_the_restored_hub_knows_its_operator_and_signs_on(drill: Drill):
    with drill.restored.served() as browser:
        assert browser.sign_in(drill.code, PASSWORD) == 200
        uuid = json.loads(drill.credential.read_text())["id"].rpartition("/")[2]
        assert browser.ask("GET", f"/credentials/{uuid}")[0] == 200


def test_upgrading_backs_up_first(drill: Drill):
    assert "Backed up to" in done(drill.hub.run("upgrade")).stdout


def test_a_folder_or_database_that_holds_something_is_not_restored_into(drill: Drill, tmp_path: Path):
    assert "is not empty" in drill.hub.run("restore", drill.file).stderr
    if drill.hub.database:
        refused = RealHub(tmp_path / "new", drill.hub.database).run("restore", drill.file)
        assert "is not empty" in refused.stderr
