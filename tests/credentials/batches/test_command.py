"""`tequio credentials`: from a file of results to codes for the other platform."""

from __future__ import annotations

import json

import pytest
import yaml

from tequio.credentials import api
from tequio.credentials.models import Credential
from tequio.site import cli
from tequio.site.cli import start
from tests.credentials.batches.conftest import ABOUT, HOSTILE, csv_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path, cast, issuer, settings, monkeypatch, capsys):
    settings.DATA = tmp_path
    monkeypatch.setattr(start, "start", lambda *args, **named: None)
    (tmp_path / "about.yaml").write_text(yaml.safe_dump(ABOUT, allow_unicode=True))
    (tmp_path / "results.csv").write_text(csv_of(HOSTILE))

    def one(*words):
        code = cli.main(
            ["credentials", *map(str, words), "--organisation", "nodo-anahuac", "--format", "json"]
        )
        out = capsys.readouterr()
        return code, json.loads(out.out) if out.out else out.err

    return one


@pytest.fixture
def issued(run, tmp_path):
    code, said = run(
        "issue", tmp_path / "results.csv", "--about", tmp_path / "about.yaml", "--source", "Campus"
    )
    assert code == 0
    return said


def test_a_file_becomes_a_batch(issued, run):
    assert (issued["rows"], issued["source"]) == (len(HOSTILE), "Campus")
    assert run("list")[1][0]["id"] == issued["id"]


def test_the_same_file_again_is_one_sentence(issued, run, tmp_path):
    code, said = run(
        "issue", tmp_path / "results.csv", "--about", tmp_path / "about.yaml", "--source", "Campus"
    )
    assert code == 1
    assert "2026-11-24" in said


def test_each_problem_has_its_line_and_nothing_is_issued(run, tmp_path):
    (tmp_path / "results.csv").write_text("name,finished\nAna,x\n,2026-01-01\n")
    for more in ([], ["--dry-run"]):
        code, said = run("issue", tmp_path / "results.csv", "--about", tmp_path / "about.yaml", *more)
        assert (code, [one["line"] for one in said["problems"]]) == (1, [2, 3])
    assert not Credential.objects.exists()


def test_codes_go_back_to_the_other_platform(issued, run, tmp_path):
    run("export", issued["id"], tmp_path / "out", "--documents")
    lines = (tmp_path / "out" / "codes.csv").read_text("utf-8-sig").splitlines()
    code = Credential.objects.order_by("pk").first().code
    assert lines[1].startswith(f"{code},https://hub.example.org/c/{code},Ana Pool Uc,2026-03-01,0/20,en,")
    document = (tmp_path / "out" / "documents" / "0000" / f"{code}.json").read_bytes()
    assert document == api.document(Credential.objects.order_by("pk").first().uuid)


def test_codes_in_a_file_are_revoked(issued, run, tmp_path):
    code = Credential.objects.order_by("pk").first().code
    (tmp_path / "gone.txt").write_text(f"{code.lower()}\n\n")
    assert run("revoke", "--batch", issued["id"], "--file", tmp_path / "gone.txt", "--reason", "Wrong.") == (
        0,
        {"revoked": 1},
    )
    assert run("revoke", "--batch", issued["id"], "--all", "--reason", "All.")[1] == {
        "revoked": len(HOSTILE) - 1
    }
