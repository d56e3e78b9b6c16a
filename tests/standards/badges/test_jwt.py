"""Credentials as JWTs: the same report as for JSON, and what a header may not decide."""

from __future__ import annotations

import hmac
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tequio_standards.badges import IssuerInfo, Trust, build_credential, check_credential
from tequio_standards.vc import KeyPeriod, KeyState, did_key, moment
from tequio_standards.vc.base64url import base64url, base64url_decode
from tests.standards.badges.world import DID, NOW, SPEC, trust
from tests.standards.vc.jose import BY_ALGORITHM, ED25519, P256, RSA, STRANGER, encode, jwk, jwt, public

DOCUMENT = build_credential(replace(SPEC, demonstration=False))
KEYS = tuple(KeyPeriod(public(key).multibase) for key in (ED25519, P256, RSA))
TRUST = replace(
    trust(), issuers={DID: IssuerInfo({"es": "Nodo Anáhuac"}, KEYS)}, status_lists=trust().status_lists
)


def claims(document: dict[str, Any] = DOCUMENT) -> dict[str, Any]:
    return document | {
        "iss": DID,
        "jti": document["id"],
        "sub": document["credentialSubject"]["id"],
        "nbf": int(moment(document["validFrom"]).timestamp()),
        "exp": int(moment(document["validUntil"]).timestamp()),
    }


def check(text: str | bytes, trusted: Trust = TRUST):
    data = text if isinstance(text, bytes) else text.encode()
    return check_credential(data, trust=trusted, at=NOW)


def es256(payload: Any = None, key: Any = P256, **header: Any) -> str:
    return jwt(claims() if payload is None else payload, {"alg": "ES256", "typ": "vc+jwt", **header}, key)


def states(text: str, trusted: Trust = TRUST) -> tuple[int, str]:
    report = check(text, trusted)
    assert report.document is None or report.exit_code != 1
    return report.exit_code, report.deciding.code


@pytest.mark.parametrize("algorithm", list(BY_ALGORITHM))
def test_each_algorithm_gives_the_report_that_json_gives(algorithm):
    key = BY_ALGORITHM[algorithm]
    report = check(jwt(claims(), {"alg": algorithm, "typ": "vc+jwt"}, key))
    good = {one.name for one in report.checks if one.state == "ok"}
    assert good >= {"form", "contexts", "proof", "issuer_binding", "dates", "issuer_known"}
    assert report.document == DOCUMENT


@pytest.mark.parametrize(
    "header",
    [
        {"kid": f"{DID}#{public(P256).multibase}"},
        {"kid": f"{DID}#key-1"},
        {"kid": "key-1"},
        {"jwk": jwk(P256)},
        {"typ": "JWT"},
        {"typ": "application/vc+jwt"},
        {"x5u": "https://evil.example/chain.pem", "jku": "https://evil.example/keys"},
    ],
    ids=str,
)
def test_headers_that_other_issuers_write_are_read(header):
    report = check(es256(**header))
    assert report.check("proof").code == "proof_ok"


def test_a_status_list_is_read_for_a_jwt_too():
    assert check(es256()).check("status").state in ("ok", "unknown")


FORGED = {
    "alg none": f"{encode({'alg': 'none'})}.{encode(claims())}.",
    "alg None": f"{encode({'alg': 'None'})}.{encode(claims())}.",
    "no alg": f"{encode({'typ': 'JWT'})}.{encode(claims())}.{encode(b'x' * 64)}",
    "alg is a list": jwt(claims(), {"alg": ["ES256"]}, P256),
    "crit": es256(crit=["exp"], exp=1),
    "empty crit": es256(crit=[]),
    "b64": es256(b64=True),
    "wrong typ": es256(typ="vp+jwt"),
    "typ is a number": es256(typ=7),
    "another key": es256(key=STRANGER),
    "another key and its jwk": es256(key=STRANGER, jwk=jwk(STRANGER)),
    "another key, our jwk": es256(key=STRANGER, jwk=jwk(P256)),
    "our key, another jwk": es256(jwk=jwk(STRANGER)),
    "jwk of another kind": es256(jwk=jwk(RSA)),
    "RS256 on our P-256 signature": es256(alg="RS256"),
    "EdDSA on our P-256 signature": es256(alg="EdDSA"),
    "kid of another key": es256(kid=f"{DID}#{public(ED25519).multibase}"),
    "empty signature": es256().rpartition(".")[0] + ".",
    "zero signature": es256().rpartition(".")[0] + "." + base64url(bytes(64)),
    "signature as DER": es256().rpartition(".")[0] + "." + base64url(b"\x30\x06\x02\x01\x01\x02\x01\x01"),
}


@pytest.mark.parametrize("text", FORGED.values(), ids=FORGED)
def test_what_the_header_asks_for_decides_nothing(text):
    report = check(text)
    assert report.document is None
    assert report.exit_code == 1
    assert report.deciding.code in ("proof_invalid", "key_not_listed")


def test_a_public_key_is_never_a_shared_secret():
    message = f"{encode({'alg': 'HS256', 'typ': 'JWT'})}.{encode(claims())}"
    for secret in (public(RSA).raw, public(ED25519).raw, json.dumps(jwk(RSA)).encode()):
        mac = hmac.digest(secret, message.encode(), "sha256")
        assert states(f"{message}.{base64url(mac)}") == (1, "proof_invalid")


@pytest.mark.parametrize("part", [0, 1, 2])
def test_any_changed_byte_is_refused(part):
    parts = es256().split(".")
    data = bytearray(base64url_decode(parts[part]))
    for place in range(0, len(data), 37):
        changed = data[:]
        changed[place] ^= 1
        text = ".".join([*parts[:part], base64url(bytes(changed)), *parts[part + 1 :]])
        assert check(text).exit_code in (1, 2)


DISAGREEING = {
    "iss": "did:web:other.example",
    "jti": "urn:uuid:0",
    "sub": "urn:uuid:1",
    "nbf": 1_262_304_000,
    "exp": 4_000_000_000,
}


@pytest.mark.parametrize(("name", "value"), DISAGREEING.items())
def test_a_claim_that_says_something_else_than_the_credential_is_refused(name, value):
    report = check(es256(claims() | {name: value}))
    assert (report.exit_code, report.deciding.code) == (2, "malformed")
    assert name in report.deciding.message


@pytest.mark.parametrize("name", DISAGREEING)
def test_a_claim_may_be_left_out(name):
    payload = claims()
    del payload[name]
    assert check(es256(payload)).check("proof").code == "proof_ok"


def test_a_claim_about_what_the_credential_does_not_say_is_refused():
    payload = claims()
    del payload["validUntil"]
    assert states(es256(payload)) == (2, "malformed")


MALFORMED = {
    "two dots too few": "eyJ",
    "padding": es256().replace(".", "=.", 1),
    "stray bits": es256()[:-1] + "B",
    "spaces": es256().replace(".", ". "),
    "not an object": jwt([1], {"alg": "ES256"}, P256),
    "header twice": "eyJhbGciOiJFUzI1NiIsImFsZyI6Im5vbmUifQ." + es256().partition(".")[2],
    "a payload key twice": jwt(b'{"iss": "a", "iss": "b"}', {"alg": "ES256"}, P256),
    "a vc beside": jwt(claims() | {"vc": {}}, {"alg": "ES256"}, P256),
    "a proof inside": jwt(claims() | {"proof": {}}, {"alg": "ES256"}, P256),
    "private key in the header": es256(jwk=jwk(P256) | {"d": "AA"}),
    "point off the curve": es256(jwk=jwk(P256) | {"y": base64url(b"\1" * 32)}),
    "kid is a list": es256(kid=["a"]),
    "nbf is a text": jwt(claims() | {"nbf": "now"}, {"alg": "ES256"}, P256),
    "nbf in the far future": jwt(claims() | {"nbf": 1e300}, {"alg": "ES256"}, P256),
    "iat is true": jwt(claims() | {"iat": True}, {"alg": "ES256"}, P256),
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED)
def test_what_is_not_one_clear_jwt_is_unreadable(text):
    report = check(text)
    assert report.exit_code == 2
    assert report.document is None


def test_an_inline_context_is_refused_in_a_jwt_too():
    payload = claims() | {"@context": [*DOCUMENT["@context"], {"name": "https://schema.org/note"}]}
    assert states(es256(payload)) == (1, "context_not_allowed")


def test_hidden_and_encrypted_jwts_say_that_they_are_not_checked():
    assert states(es256() + "~") == (2, "jwt_not_checked")
    assert states("eyJ.a.b.c.d") == (2, "jwt_not_checked")
    assert states("eyJ" + "A" * 400_000) == (2, "too_large")


def test_a_strangers_jwt_with_its_own_key_is_whole_and_unknown():
    strange = DOCUMENT | {"issuer": {**DOCUMENT["issuer"], "id": "did:web:stranger.example"}}
    payload = claims(strange) | {"iss": "did:web:stranger.example"}
    assert states(es256(payload, key=STRANGER, jwk=jwk(STRANGER))) == (3, "key_not_available")
    assert states(es256(payload, jwk=jwk(STRANGER))) == (1, "proof_invalid")


def test_a_did_key_speaks_for_itself():
    did = did_key(public(P256))
    payload = claims(DOCUMENT | {"issuer": {**DOCUMENT["issuer"], "id": did}}) | {"iss": did}
    assert check(es256(payload)).check("proof").code == "proof_ok"
    assert check(es256(payload, key=STRANGER)).check("proof").code == "proof_invalid"


@pytest.mark.parametrize(
    ("period", "code"),
    [
        ({"valid_until": NOW - timedelta(days=100), "state": KeyState.RETIRED}, "key_out_of_period"),
        ({"valid_until": NOW, "state": KeyState.RETIRED}, "proof_ok"),
        ({"state": KeyState.COMPROMISED}, "no_log_proof"),
        ({"state": KeyState.NEXT}, "key_out_of_period"),
    ],
)
def test_the_period_of_a_key_counts_for_a_jwt(period, code):
    keys = (KeyPeriod(public(P256).multibase, **period),)
    trusted = replace(TRUST, issuers={DID: IssuerInfo({"es": "N"}, keys)})
    assert check(es256(), trusted).check("proof").code == code


def test_an_expired_and_a_not_yet_valid_jwt_have_genuine_signatures():
    report = check_credential(es256().encode(), trust=TRUST, at=NOW + timedelta(days=400))
    assert (report.check("proof").state, report.check("dates").code) == ("ok", "expired")


def test_a_p256_key_never_signs_a_data_integrity_proof():
    from tests.standards.badges.world import signed, to_bytes

    document = signed(DOCUMENT)
    document["proof"]["verificationMethod"] = f"{DID}#{public(P256).multibase}"
    assert check(to_bytes(document)).check("proof").code == "proof_invalid"


def enveloped(text: str, prefix: str = "data:application/vc+jwt,", **more: Any) -> str:
    kind = {"@context": DOCUMENT["@context"][:1], "type": "EnvelopedVerifiableCredential"}
    return json.dumps({**kind, "id": prefix + text, **more})


def test_a_jwt_in_an_envelope_gives_the_same_report():
    assert check(enveloped(es256())).document == DOCUMENT


def test_an_envelope_around_a_forgery_or_with_a_picture_beside_is_refused():
    assert states(enveloped(es256(key=STRANGER))) == (1, "proof_invalid")
    assert states(enveloped(es256(), name="PhD")) == (2, "malformed")
    assert states(enveloped(es256(), prefix="data:application/vc+sd-jwt,")) == (2, "jwt_not_checked")
    assert states(enveloped("{}")) == (2, "malformed")


def test_the_word_envelope_in_a_text_makes_no_envelope():
    from tests.standards.badges.world import signed, to_bytes

    document = signed(build_credential(replace(SPEC, name="EnvelopedVerifiableCredential")))
    assert check_credential(to_bytes(document), trust=trust(), at=NOW).exit_code == 0
