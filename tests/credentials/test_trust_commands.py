"""`tequio credential lint` and `tequio registry`, as one runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tequio.credentials import api
from tequio.kit import clock
from tequio.site import cli
from tequio.site.cli import start
from tests.credentials.registries import DID, OTHER, THIEF, entry, honest, registry
from tests.credentials.samples import NOON


@pytest.fixture
def hub(issuer, cast, monkeypatch):
    """The test's own hub stands for the one that a command would open."""
    monkeypatch.setattr(start, "start", lambda *args, **more: None)
    with clock.frozen_at(NOON):
        yield issuer


def lint(path: Path, capsys) -> tuple[int, dict]:
    code = cli.main(["credential", "lint", str(path), "--format", "json"])
    return code, json.loads(capsys.readouterr().out or "{}")


@pytest.mark.django_db
def test_lint_says_all_sixteen_of_our_own(earned, tmp_path, capsys):
    path = tmp_path / "credential.json"
    path.write_bytes(api.document(earned.id))
    code, told = lint(path, capsys)

    absent = [row["element"] for row in told["elements"] if row["mandatory"] and row["presence"] != "present"]
    assert len(told["elements"]) == 16
    assert code == int(bool(absent)) == told["exit_code"]


def test_lint_of_a_bare_one_exits_1_and_says_what_is_missing(tmp_path, capsys):
    path = tmp_path / "bare.json"
    path.write_text('{"credentialSubject": {"achievement": {"name": "Diploma"}}}', "utf-8")
    code, told = lint(path, capsys)

    codes = {each["code"] for row in told["elements"] for each in row["advice"]}
    assert code == 1
    assert {"workload_missing", "title_promises_degree"} <= codes


@pytest.mark.parametrize("data", [b"", b"hello", b'{"a":1,"a":2}', b"%PDF-1.7"])
def test_lint_of_nothing_exits_2_with_a_sentence(tmp_path, capsys, data):
    path = tmp_path / "file"
    path.write_bytes(data)

    assert cli.main(["credential", "lint", str(path)]) == 2
    assert "no credential" in capsys.readouterr().err


def test_lint_of_a_file_that_is_not_there_exits_2(tmp_path, capsys):
    assert cli.main(["credential", "lint", str(tmp_path / "none")]) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_registry_is_written_once(hub, tmp_path, capsys):
    path = tmp_path / "registry.json"

    assert cli.main(["registry", "export", str(path)]) == 0
    assert hub.did in json.loads(path.read_bytes())["issuers"]
    assert cli.main(["registry", "export", str(path)]) == 1


@pytest.mark.django_db
def test_a_dry_run_tells_and_writes_nothing(hub, tmp_path, capsys):
    path = tmp_path / "registry.json"
    path.write_bytes(registry())

    assert cli.main(["registry", "import", str(path), "--dry-run"]) == 0
    assert f"new     {DID}" in capsys.readouterr().out
    assert DID not in api.trust().issuers


@pytest.mark.django_db
def test_a_changed_key_needs_the_end_of_the_new_one(hub, tmp_path, capsys):
    path = tmp_path / "registry.json"
    path.write_bytes(registry())
    assert cli.main(["registry", "import", str(path)]) == 0
    path.write_bytes(registry(honest() | {OTHER: entry(THIEF)}))

    assert cli.main(["registry", "import", str(path)]) == 1
    assert OTHER in capsys.readouterr().err
    assert cli.main(["registry", "import", str(path), "--confirm", f"{OTHER}={THIEF.multibase[-8:]}"]) == 0
    assert api.trust().issuers[OTHER].keys[0].multibase == THIEF.multibase
