"""The throw-away VC-API: what the standard asks of its endpoints, and that nobody but this machine reaches it."""

from __future__ import annotations

import json
import ssl
import threading
import urllib.request
from datetime import UTC, datetime, timedelta

import pytest

from tequio.kit import clock
from tequio.site import cli
from tequio.site.conformance.desk import DID, Desk
from tequio.site.conformance.serving import NotThisMachine, open_server
from tequio_standards import vc

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CREDENTIAL = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "id": "urn:uuid:2f1c9d9e-6a6e-4a51-8c53-1d1f4f4b2b11",
    "type": ["VerifiableCredential"],
    "issuer": DID,
    "credentialSubject": {"id": "did:key:z6MkhTNL7i2etLerDK8Acz5t528giE5KA4p75T6ka1E1D74r"},
}
THIEF = vc.generate(b"t" * 32)
STATUS = {"credentialStatus": {"type": "BitstringStatusListEntry"}}


@pytest.fixture
def desk():
    return Desk("https://127.0.0.1:9443")


def post(desk, path, said, now=NOW):
    body = said if isinstance(said, bytes) else json.dumps(said).encode()
    return desk.answer("POST", path, body, now=now)


def issue(desk, path="/credentials/issue", options=None, **changed):
    return post(desk, path, {"credential": {**CREDENTIAL, **changed}, "options": options or {}})


def verify(desk, document, now=NOW):
    return post(desk, "/credentials/verify", {"verifiableCredential": document}, now)


def code(reply):
    return reply.status, reply.body["errors"][0]["code"]


@pytest.mark.parametrize("path", ["/credentials/issue", "/jcs/credentials/issue"])
def test_what_is_issued_is_the_credential_itself_and_verifies(desk, path):
    issued = issue(desk, path)

    assert (issued.status, issued.body["issuer"]) == (201, DID)
    assert {**issued.body, "proof": None} == {**CREDENTIAL, "proof": None}
    assert verify(desk, issued.body).status == 200


def test_what_was_changed_is_refused(desk):
    document = issue(desk).body

    assert code(verify(desk, {**document, "validFrom": "2020-01-01T00:00:00Z"})) == (400, "proof_invalid")


def test_another_ones_key_in_the_issuers_name_is_refused_although_the_suites_do_not_ask(desk):
    stolen = vc.sign(CREDENTIAL, key=THIEF, verification_method=vc.did_key_method(THIEF.public), created=NOW)

    assert code(verify(desk, stolen)) == (400, "issuer_binding")


def test_nobody_gets_a_credential_in_anothers_name(desk):
    assert code(issue(desk, issuer="did:web:ministry.example.org")) == (400, "issuer_binding")


@pytest.mark.parametrize(
    "changed",
    [
        {"type": ["Nothing"]},
        {"credentialSubject": {}},
        {"issuer": None},
        {"@context": ["https://example.org/strange"]},
        {"statusEntry": {"type": "BitstringStatusListEntry"}},
        {"relatedResource": ["https://example.org/x"]},
        {"validUntil": "yesterday"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/credentials/issue", "/jcs/credentials/issue"])
def test_what_is_no_credential_is_not_signed(desk, changed, path):
    reply = issue(desk, path, **changed)

    assert reply.status == 400
    assert reply.body["errors"][0]["detail"]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"credential": 1}', b'{"a": 1, "a": 2}', b"\xff"])
def test_a_request_that_cannot_be_read_is_a_bad_request(desk, body):
    assert post(desk, "/credentials/issue", body).status == 400
    assert post(desk, "/credentials/verify", body).status == 400


def test_an_expired_one_is_refused(desk):
    document = issue(desk, validUntil="2026-11-24T00:00:00Z").body

    assert verify(desk, document).status == 200
    assert code(verify(desk, document, NOW + timedelta(days=2))) == (400, "expired")


def test_a_resource_nobody_fetches_is_not_believed(desk):
    named = {"id": "https://example.org/x", "digestSRI": "sha256-x"}

    assert code(verify(desk, issue(desk, relatedResource=named).body)) == (400, "related_resource")


def test_a_raised_bit_is_published_and_refused_and_can_be_lowered(desk):
    document = issue(desk, options=STATUS).body
    entry = document["credentialStatus"][0]
    asked = {
        "credentialId": document["id"],
        "credentialStatus": {"type": "BitstringStatusListEntry", "statusPurpose": "revocation"},
    }
    before = desk.answer("GET", "/status/revocation", b"", now=NOW)

    assert entry["statusListCredential"] == "https://127.0.0.1:9443/status/revocation"
    assert verify(desk, document).status == verify(desk, before.body).status == 200
    assert post(desk, "/credentials/status", asked).status == 200
    assert code(verify(desk, document)) == (400, "revoked")
    assert desk.answer("GET", "/status/revocation", b"", now=NOW).body != before.body
    assert post(desk, "/credentials/status", {**asked, "status": False}).status == 200
    assert verify(desk, document).status == 200


def test_a_presentation_is_bound_to_its_occasion(desk):
    bare = {
        "@context": CREDENTIAL["@context"],
        "type": ["VerifiablePresentation"],
        "holder": vc.did_key(THIEF.public),
        "verifiableCredential": [issue(desk).body],
    }
    signed = vc.sign(
        bare,
        key=THIEF,
        verification_method=vc.did_key_method(THIEF.public),
        created=NOW,
        proof_purpose="authentication",
        challenge="c1",
        domain="here",
    )

    def shown(**options):
        return post(
            desk, "/presentations/verify", {"verifiablePresentation": signed, "options": options}
        ).status

    assert shown(challenge="c1", domain="here") == 200
    assert shown(challenge="c2", domain="here") == shown(challenge="c1", domain="there") == shown() == 400


def test_other_addresses_and_methods_are_not_answered(desk):
    assert desk.answer("GET", "/credentials/issue", b"", now=NOW).status == 405
    assert desk.answer("POST", "/status/revocation", b"", now=NOW).status == 405
    assert desk.answer("GET", "/etc/passwd", b"", now=NOW).status == 404


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.1", "hub.example.org", ""])
def test_it_starts_on_nothing_but_this_machine(host, capsys):
    with pytest.raises(NotThisMachine):
        open_server(host, 0, tls=False, now=lambda: NOW)
    assert cli.main(["conformance", "vc", "--host", host]) == 1
    assert "not this machine" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("tls", [False, True])
def test_it_answers_over_the_line(tls):
    server = open_server("127.0.0.1", 0, tls=tls, now=clock.now)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        context = ssl._create_unverified_context() if tls else None
        asked = urllib.request.Request(
            f"{server.address}/credentials/issue", json.dumps({"credential": CREDENTIAL}).encode()
        )
        with urllib.request.urlopen(asked, context=context, timeout=10) as answer:
            assert (answer.status, json.load(answer)["issuer"]) == (201, DID)
    finally:
        server.shutdown()
        server.server_close()
