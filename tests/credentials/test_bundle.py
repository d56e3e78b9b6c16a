"""This hub's bundle: made, served and used where there is neither network nor database."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta

import pytest

from tequio.credentials import api
from tequio.credentials.bundles import api as bundles
from tequio.kit import clock
from tequio.site.cli import main
from tequio_standards.badges import Outcome
from tequio_standards.badges.bundle import audit_bundle, check_with_bundle, parse_bundle
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=2)


@pytest.fixture
def folder(tmp_path, earned):
    """What somebody without internet holds."""
    (tmp_path / "credential.json").write_bytes(api.document(earned.id))
    (tmp_path / "paper.txt").write_text(
        f"https://hub.example.org/es/verify/offline/{bundles.paper_code(earned.id)}"
    )
    (tmp_path / "bundle.json").write_bytes(bundles.bundle(now=NOON))
    (tmp_path / "trust.json").write_bytes(api.trust_file(now=NOON))
    return tmp_path


def verify(folder, file, *words, at=NOON):
    return main(
        [
            "verify",
            str(folder / file),
            "--bundle",
            str(folder / "bundle.json"),
            "--at",
            at.isoformat(),
            *words,
        ]
    )


def test_the_bundle_holds_all_that_its_certificates_need(earned):
    bundle = parse_bundle(bundles.bundle(now=NOON), against=api.trust(now=NOON))

    assert audit_bundle(bundle) == ()
    assert len(bundle.templates) == 1
    assert {url.rpartition("/")[0] for url in bundle.trust.status_lists} == {
        "https://hub.example.org/status/nodo-anahuac",
        "https://hub.example.org/status/nodo-anahuac/suspension",
    }
    assert check_with_bundle(api.document(earned.id), bundle=bundle, at=NOON).outcome is Outcome.OK


def test_it_is_signed_anew_when_something_was_revoked_and_otherwise_once_an_hour(earned, cast):
    first = bundles.bundle(now=NOON)
    assert bundles.bundle(now=NOON + timedelta(minutes=9)) == first

    api.revoke(credential=earned.id, reason="Wrong name.", by=cast.actor("ernesto"), now=LATER)
    second = parse_bundle(bundles.bundle(now=LATER))
    assert second.as_of == LATER
    report = check_with_bundle(api.document(earned.id), bundle=second, at=LATER)
    assert report.check("status").code == "revoked"


@pytest.mark.parametrize("file", ["credential.json", "paper.txt"])
def test_the_command_checks_document_and_paper(folder, file, capsys):
    assert verify(folder, file, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "genuine_demo"
    assert told["credential"]["learner"] == "María Fernanda Hernández Ixtlilxóchitl"


def test_an_old_bundle_exits_3_and_says_so(folder, capsys):
    assert verify(folder, "credential.json", "--format", "json", at=NOON + timedelta(days=8)) == 3
    told = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "status_stale"
    assert {(check["code"], check["state"]) for check in told["checks"] if check["name"] == "status"} == {
        ("bundle_stale", "stale")
    }


def test_a_changed_bundle_is_refused(folder, capsys):
    path = folder / "bundle.json"
    path.write_bytes(
        path.read_bytes().replace(b"Cast A", b"Cast B").replace(b'"format":1', b'"format": 1 ,"x":1')
    )
    assert verify(folder, "credential.json") == 2
    assert capsys.readouterr().out == ""


def test_a_bundle_of_a_hub_that_the_trust_file_does_not_name_is_refused(folder, capsys):
    trust = json.loads((folder / "trust.json").read_bytes())
    trust["name"] = "https://other.example"
    (folder / "other.json").write_text(json.dumps(trust))
    assert verify(folder, "credential.json", "--trust", str(folder / "other.json")) == 2
    assert "not the hub" in capsys.readouterr().err


def test_a_bundle_is_looked_through(folder, capsys):
    words = ["bundle", "verify", str(folder / "bundle.json"), "--trust", str(folder / "trust.json")]

    assert main([*words, "--at", NOON.isoformat()]) == 0
    assert "whole, signed by its hub" in capsys.readouterr().out
    assert main([*words, "--at", (NOON + timedelta(days=8)).isoformat()]) == 3
    assert main([*words[:2], str(folder / "credential.json"), *words[3:]]) == 2


@pytest.mark.slow
def test_no_network_no_database_and_no_django_are_needed(folder):
    bare = (
        "import socket, sys\n"
        'sys.modules["django"] = sys.modules["sqlite3"] = None\n'
        "socket.socket.connect = None\n"
        "from tequio.site import cli\n"
        "sys.exit(cli.main(sys.argv[1:]))\n"
    )
    words = ["verify", "paper.txt", "--bundle", "bundle.json", "--at", NOON.isoformat()]
    done = subprocess.run(
        [sys.executable, "-c", bare, *words],
        cwd=folder,
        capture_output=True,
        check=False,
        env={"PYTHONPATH": ":".join(sys.path), "TEQUIO_DATA": str(folder / "nothing")},
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_it_is_served_with_an_etag(client, earned, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOON)
    first = client.get("/bundle")

    assert first.status_code == 200
    assert parse_bundle(first.content).hub == "https://hub.example.org"
    assert client.get("/bundle", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.post("/bundle").status_code == 405
