"""did:web documents of others: the address to ask, the keys that assert, and keys that belong to somebody else."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tequio_standards.strict import StrictError
from tequio_standards.vc import CredentialError, KeyPeriod, KeyState, did_web_document, generate
from tequio_standards.vc.did_documents import did_web_url, read_did_document
from tests.standards.vc.jose import P256, RSA, jwk, public

DID = "did:web:school.example"
ONE, TWO = generate(b"1" * 32).multibase, generate(b"2" * 32).multibase
THEFT, STAMP = datetime(2026, 5, 1, tzinfo=UTC), "2026-05-01T00:00:00Z"
METHOD = {"id": "#a", "type": "Multikey", "controller": DID, "publicKeyMultibase": ONE}


def read(document, did=DID):
    return read_did_document(json.dumps(document).encode(), did=did)


@pytest.mark.parametrize(
    ("did", "url"),
    [
        ("did:web:school.example", "https://school.example/.well-known/did.json"),
        ("did:web:school.example:orgs:nodo", "https://school.example/orgs/nodo/did.json"),
        ("did:web:school.example%3A8443", "https://school.example:8443/.well-known/did.json"),
    ],
)
def test_a_did_web_says_where_its_document_lies(did, url):
    assert did_web_url(did) == url


@pytest.mark.parametrize(
    "did",
    [
        "did:key:z6Mk",
        "did:web:127.0.0.1",
        "did:web:localhost",
        "did:web:[::1]",
        "did:web:school.example:..:secret",
        "did:web:school.example:%2e%2e:secret",
        "did:web:school.example:a%2Fb",
        "did:web:school.example@evil.example",
        "did:web:school.example\n",
    ],
)
def test_an_address_that_leads_elsewhere_is_refused(did):
    with pytest.raises(CredentialError):
        did_web_url(did)


def test_our_own_document_is_read_back():
    periods = (
        KeyPeriod(ONE),
        KeyPeriod(TWO, valid_until=THEFT, state=KeyState.COMPROMISED),
    )
    assert read(did_web_document(DID, periods)) == (KeyPeriod(ONE),)


def test_keys_of_all_kinds_are_read_embedded_or_named():
    document = {
        "id": DID,
        "verificationMethod": [
            {"id": "#a", "type": "JsonWebKey2020", "controller": DID, "publicKeyJwk": jwk(P256)},
            {
                "id": f"{DID}#b",
                "type": "Multikey",
                "controller": DID,
                "publicKeyMultibase": ONE,
                "expires": "2026-05-01T00:00:00Z",
            },
            {"id": f"{DID}#c", "type": "X25519KeyAgreementKey2020", "controller": DID},
        ],
        "assertionMethod": [
            f"{DID}#a",
            "#b",
            f"{DID}#c",
            f"{DID}#nowhere",
            {
                "id": "#d",
                "type": "JsonWebKey",
                "controller": DID,
                "publicKeyJwk": jwk(RSA),
                "revoked": "2026-05-01T00:00:00Z",
            },
        ],
    }
    assert read(document) == (
        KeyPeriod(public(P256).multibase),
        KeyPeriod(ONE, valid_until=THEFT, state=KeyState.RETIRED),
        KeyPeriod(public(RSA).multibase, valid_until=THEFT, state=KeyState.COMPROMISED),
    )


def test_a_key_that_does_not_assert_is_not_taken():
    assert read({"id": DID, "verificationMethod": [METHOD], "authentication": ["#a"]}) == ()


@pytest.mark.parametrize(
    "document",
    [
        [],
        {"id": "did:web:other.example"},
        {"id": DID, "verificationMethod": {}},
        {"id": DID, "assertionMethod": ["#a"] * 51},
        {"id": DID, "assertionMethod": [{**METHOD, "controller": "did:web:evil.example"}]},
        {"id": DID, "assertionMethod": [{**METHOD, "publicKeyMultibase": "z6Mk"}]},
        {"id": DID, "assertionMethod": [{**METHOD, "publicKeyMultibase": None}]},
        {"id": DID, "assertionMethod": [{**METHOD, "expires": "soon"}]},
        {"id": DID, "assertionMethod": [{**METHOD, "publicKeyJwk": {"kty": "oct", "k": "AA"}}]},
    ],
)
def test_a_document_that_is_not_the_issuers_own_or_cannot_be_read_is_refused(document):
    with pytest.raises((CredentialError, StrictError)):
        read(document)
