"""Keys, their texts, DIDs and periods."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio_standards.vc import (
    CredentialError,
    KeyPeriod,
    KeyState,
    did_key,
    did_key_method,
    did_of,
    did_web_document,
    generate,
    is_did_web,
    key_method,
    moment,
    moment_text,
    public_key,
    resolve,
)
from tequio_standards.vc.multibase import base58, base58_decode, multibase64url, multibase64url_decode

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DID = "did:web:nodo.example:orgs:norte"
KEY = generate(b"k" * 32)


@given(st.binary(max_size=80))
def test_base58_and_base64url_come_back(data):
    assert base58_decode(base58(data)) == data
    assert multibase64url_decode(multibase64url(data)) == data


@pytest.mark.parametrize("text", ["0", "O", "I", "l", " ", "é", "1" * 900])
def test_what_is_not_base58_is_refused(text):
    with pytest.raises(CredentialError):
        base58_decode(text)


def test_a_key_signs_and_only_its_own_half_agrees():
    signature = KEY.sign(b"text")
    assert KEY.public.verifies(signature, b"text")
    assert not KEY.public.verifies(signature, b"texT")
    assert not generate(b"x" * 32).public.verifies(signature, b"text")
    assert not KEY.public.verifies(b"short", b"text")


def test_a_key_never_shows_its_secret():
    assert repr(KEY) == f"PrivateKey({KEY.multibase})"


def test_a_seed_has_32_bytes():
    with pytest.raises(ValueError, match="32"):
        generate(b"short")


@pytest.mark.parametrize(
    "text", ["", "z6Mk", "u6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", "zDnaepBuvsQ8cpsWrVKw8"]
)
def test_other_kinds_of_keys_are_refused(text):
    with pytest.raises(CredentialError):
        public_key(text)


def test_a_did_key_resolves_to_itself_alone():
    key = resolve(did_key_method(KEY.public), {})
    assert key is not None
    assert (key.multibase, key.controller) == (KEY.multibase, did_key(KEY.public))
    with pytest.raises(CredentialError):
        resolve(f"{did_key(KEY.public)}#{generate(b'x' * 32).multibase}", {})


def test_a_did_web_resolves_from_the_registry_only():
    method = key_method(DID, KEY.multibase)
    assert resolve(method, {}) is None
    found = resolve(method, {DID: (KeyPeriod(KEY.multibase),)})
    assert found is not None
    assert found.controller == DID
    assert resolve(key_method(DID, generate(b"x" * 32).multibase), {DID: (KeyPeriod(KEY.multibase),)}) is None


def test_a_registered_did_key_counts_with_its_period():
    did = did_key(KEY.public)
    period = KeyPeriod(KEY.multibase, state=KeyState.COMPROMISED, valid_until=NOW)
    found = resolve(did_key_method(KEY.public), {did: (period,)})
    assert found is not None
    assert found.period == period


def test_the_document_lists_retired_keys_and_marks_stolen_ones():
    keys = {state: generate(bytes([num]) * 32).multibase for num, state in enumerate(KeyState)}
    document = did_web_document(DID, [KeyPeriod(text, None, NOW, state) for state, text in keys.items()])
    assert len(document["verificationMethod"]) == 4
    asserting = {key_method(DID, keys[state]) for state in (KeyState.ACTIVE, KeyState.RETIRED)}
    assert set(document["assertionMethod"]) == asserting
    revoked = [method["id"] for method in document["verificationMethod"] if "revoked" in method]
    assert revoked == [key_method(DID, keys[KeyState.COMPROMISED])]
    assert {method["controller"] for method in document["verificationMethod"]} == {DID}


@pytest.mark.parametrize(
    ("did", "good"),
    [
        ("did:web:nodo.example", True),
        ("did:web:nodo.example%3A8443", True),
        ("did:web:nodo.example:orgs:norte", True),
        ("did:web:127.0.0.1", False),
        ("did:web:localhost", False),
        ("did:web:nodo.example/x", False),
        ("did:web:nodo.example#x", False),
        ("did:key:z6Mk", False),
        ("did:web:nodo.example\n", False),
    ],
)
def test_a_did_web_needs_a_host_name(did, good):
    assert is_did_web(did) is good


def test_the_did_stands_before_the_fragment():
    assert did_of("did:web:a.example#key") == "did:web:a.example"


def test_a_period_includes_both_ends():
    period = KeyPeriod("z", NOW, NOW + timedelta(days=1))
    assert period.covers(NOW)
    assert period.covers(NOW + timedelta(days=1))
    assert not period.covers(NOW - timedelta(seconds=1))
    assert not period.covers(NOW + timedelta(days=1, seconds=1))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-11-23T12:00:00Z", NOW),
        ("2026-11-23T06:00:00-06:00", NOW),
        ("2026-11-23T12:00:00.000Z", NOW),
        ("2026-11-23T12:00:00.0000001Z", NOW),
    ],
)
def test_moments_are_read_in_any_zone(text, when):
    assert moment(text) == when
    assert moment_text(moment(text)) == "2026-11-23T12:00:00Z"


@pytest.mark.parametrize(
    "text",
    ["2026-11-23", "2026-11-23T12:00:00", "2026-13-23T12:00:00Z", "x", None, 7, "٢026-11-23T12:00:00Z"],
)
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(CredentialError):
        moment(text)
