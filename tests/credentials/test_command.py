"""`tequio verify` as one runs it: a process of its own, no network, no database, exit codes as documented."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta

import pytest

from tequio.credentials import api
from tests.credentials.samples import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LATER = NOON + timedelta(hours=1)
BARE = """
import socket, sys
sys.modules["django"] = sys.modules["sqlite3"] = None
socket.socket.connect = None
from tequio.site import cli
sys.exit(cli.main(["verify", "credential.json", "--trust", "trust.json", "--at", sys.argv[1]]))
"""


@pytest.fixture
def folder(tmp_path, earned):
    """A folder with a credential and a trust file, as a stranger would hold them."""
    (tmp_path / "credential.json").write_bytes(api.document(earned.id))
    (tmp_path / "trust.json").write_bytes(api.trust_file(now=NOON))
    return tmp_path


def run(*args, folder):
    """Exit code and JSON of the command, checked as of noon."""
    given = [*map(str, args), "--format", "json", "--at", NOON.isoformat()]
    if "--trust" not in given:
        given += ["--trust", str(folder / "trust.json")]
    done = subprocess.run(
        [sys.executable, "-m", "tequio.site.cli", "verify", *given],
        capture_output=True,
        check=False,
        cwd=folder,
        env={"PYTHONPATH": ":".join(sys.path), "TEQUIO_DATA": str(folder / "nothing")},
    )
    assert not done.stderr, done.stderr.decode()
    return done.returncode, json.loads(done.stdout)


def mended(folder, change):
    """A copy of the credential after `change` had its way with the parsed document."""
    document = json.loads((folder / "credential.json").read_bytes())
    change(document)
    path = folder / "changed.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_a_genuine_one_exits_0(folder):
    code, told = run(folder / "credential.json", folder=folder)

    assert (code, told["outcome"], told["verdict"]) == (0, "ok", "genuine_demo")
    assert told["credential"]["learner"] == "María Fernanda Hernández Ixtlilxóchitl"
    assert {check["state"] for check in told["checks"] if check["required"]} == {"ok"}


def test_the_printed_one_exits_0_too(folder, earned):
    (folder / "credential.pdf").write_bytes(api.pdf(earned.id, language="es"))

    assert run(folder / "credential.pdf", folder=folder)[0] == 0


CHANGES = {
    "name": lambda d: d["credentialSubject"].update(name="Mallory"),
    "level": lambda d: d["assurance"].update(level="L4", identity=3),
    "score": lambda d: d["credentialSubject"]["result"][0].update(value="12"),
    "date": lambda d: d.update(validFrom="2020-01-01T00:00:00Z"),
    "demo marker": lambda d: d.pop("demonstration"),
    "status": lambda d: d.pop("credentialStatus"),
    "issuer": lambda d: d["issuer"].update(name="Ministry"),
    "undefined term": lambda d: d["credentialSubject"].update(phd="yes"),
    "inline context": lambda d: d["@context"].append({"name": "https://example.org/x"}),
    "no proof": lambda d: d.pop("proof"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_is_changed_exits_1(folder, change):
    code, told = run(mended(folder, change), folder=folder)

    assert code == 1, told
    assert told["credential"] is None


def test_each_forgery_has_its_own_message(folder):
    said = {name: run(mended(folder, CHANGES[name]), folder=folder)[1] for name in CHANGES}
    deciding = {
        name: next(check["code"] for check in told["checks"] if check["state"] == "failed")
        for name, told in said.items()
    }

    assert deciding["name"] == "proof_invalid"
    assert deciding["undefined term"] == "unsigned_data"
    assert deciding["inline context"] == "context_not_allowed"
    assert deciding["no proof"] == "no_proof"


def test_a_revoked_one_exits_1(folder, earned, cast):
    api.revoke(credential=earned.id, reason="Wrong name.", by=cast.actor("ernesto"), now=NOON)
    (folder / "trust.json").write_bytes(api.trust_file(now=NOON))

    code, told = run(folder / "credential.json", folder=folder)
    assert (code, told["verdict"]) == (1, "revoked")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"nonsense", "malformed"),
        (b'{"id": 1, "id": 2}', "duplicate_key"),
        (b"[" * 5000 + b"]" * 5000, "too_deep"),
        (b'"' + b"x" * 10_000_000 + b'"', "too_large"),
        (b"%PDF-1.7\nbroken", "malformed"),
    ],
)
def test_what_cannot_be_read_exits_2(folder, data, code):
    (folder / "odd").write_bytes(data)

    returned, told = run(folder / "odd", folder=folder)
    assert returned == 2
    assert told["checks"][0]["code"] == code


def test_an_unknown_issuer_exits_3(folder):
    (folder / "empty.json").write_text('{"format": 1, "issuers": {}, "status_lists": {}}')

    code, told = run(folder / "credential.json", "--trust", folder / "empty.json", folder=folder)
    assert (code, told["verdict"]) == (3, "issuer_unknown")


def test_a_missing_status_list_exits_3(folder):
    trust = json.loads((folder / "trust.json").read_bytes())
    (folder / "trust.json").write_text(json.dumps({**trust, "status_lists": {}}))

    code, told = run(folder / "credential.json", folder=folder)
    assert (code, told["verdict"]) == (3, "status_unknown")


def test_an_old_status_list_exits_3_and_says_its_age(folder):
    trust = json.loads((folder / "trust.json").read_bytes())
    for kept in trust["status_lists"].values():
        kept["fetched_at"] = "2026-11-01T00:00:00Z"
    (folder / "trust.json").write_text(json.dumps(trust))

    code, told = run(folder / "credential.json", folder=folder)
    assert (code, told["verdict"]) == (3, "status_stale")
    assert "2026-11-01" in next(check["message"] for check in told["checks"] if check["name"] == "status")


def test_neither_django_nor_a_database_nor_a_network_is_needed(folder):
    done = subprocess.run(
        [sys.executable, "-c", BARE, NOON.isoformat()],
        capture_output=True,
        check=False,
        cwd=folder,
        env={"PYTHONPATH": ":".join(sys.path)},
    )

    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("args", [["nowhere.json"], ["credential.json", "--at", "yesterday"]])
def test_a_slip_of_the_hand_is_one_sentence(folder, args):
    done = subprocess.run(
        [sys.executable, "-m", "tequio.site.cli", "verify", *args],
        capture_output=True,
        check=False,
        cwd=folder,
        env={"PYTHONPATH": ":".join(sys.path)},
    )

    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
