"""Proofs: who signed, when, and whether the issuer did."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tequio_standards.vc import (
    JCS,
    RDFC,
    CredentialError,
    KeyPeriod,
    KeyState,
    did_key,
    did_key_method,
    generate,
    key_method,
    resolve,
    sign,
    verify_proof,
)
from tequio_standards.vc.contexts import CREDENTIALS_V2, OPEN_BADGES

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DID = "did:web:nodo.example"
KEY, OTHER = generate(b"k" * 32), generate(b"o" * 32)
DOCUMENT = {
    "@context": [CREDENTIALS_V2],
    "id": "urn:uuid:1d0f2c9a-4e53-4c28-b1b2-6d8c4f0a9b11",
    "type": ["VerifiableCredential"],
    "issuer": DID,
    "credentialSubject": {"id": "urn:x:2", "name": "Ana"},
}


def _signed(document: dict[str, Any] = DOCUMENT, **options: Any) -> dict[str, Any]:
    options = {"key": KEY, "verification_method": key_method(DID, KEY.multibase), "created": NOW} | options
    return sign(document, **options)


def _verified(document: dict[str, Any], **period: Any):
    registry = {DID: (KeyPeriod(KEY.multibase, **period),)}
    return verify_proof(document, resolve=lambda method: resolve(method, registry))


@pytest.mark.parametrize("suite", [RDFC, JCS])
def test_what_was_signed_verifies_and_is_returned(suite):
    document = _signed(cryptosuite=suite)
    result = _verified(document)
    assert (result.status, result.issuer_bound) == ("ok", True)
    assert result.verified == document


@pytest.mark.parametrize("suite", [RDFC, JCS])
def test_a_changed_name_fails(suite):
    document = _signed(cryptosuite=suite)
    document["credentialSubject"] = {**document["credentialSubject"], "name": "Eva"}
    result = _verified(document)
    assert (result.status, result.code, result.verified) == ("failed", "proof_invalid", None)


def test_a_good_signature_of_somebody_else_is_not_the_issuers():
    result = _verified(_signed(key=OTHER, verification_method=did_key_method(OTHER.public)))
    assert (result.status, result.issuer_bound) == ("ok", False)


def test_one_of_several_proofs_may_be_the_issuers():
    both = _signed(_signed(), key=OTHER, verification_method=did_key_method(OTHER.public))
    assert len(both["proof"]) == 2
    result = _verified(both)
    assert (result.status, result.issuer_bound) == ("ok", True)


def test_one_broken_proof_spoils_the_set():
    both = _signed(_signed(), key=OTHER, verification_method=did_key_method(KEY.public))
    assert _verified(both).code == "proof_invalid"


def test_an_unknown_kind_of_proof_may_stand_beside_a_good_one_but_not_alone():
    document = _signed()
    strange = {"type": "TrustMe"}
    assert _verified({**document, "proof": [strange, document["proof"]]}).status == "ok"
    assert _verified({**document, "proof": [strange]}).code == "proof_invalid"


def test_a_context_added_after_jcs_signing_is_not_in_the_verified_document():
    document = _signed(cryptosuite=JCS)
    document["@context"] = [*document["@context"], OPEN_BADGES]
    result = _verified(document)
    assert result.verified is not None
    assert result.verified["@context"] == [CREDENTIALS_V2]


def test_a_context_swapped_after_jcs_signing_fails():
    document = _signed(cryptosuite=JCS)
    document["@context"] = [OPEN_BADGES]
    assert _verified(document).code == "proof_invalid"


def test_jcs_does_not_let_inline_contexts_in():
    document = _signed({**DOCUMENT})
    document["@context"] = [CREDENTIALS_V2, {"x": "urn:x"}]
    document["proof"] = {**document["proof"], "cryptosuite": JCS}
    assert _verified(document).code == "context_not_allowed"


def test_an_unknown_key_is_unknown_and_not_forged():
    result = verify_proof(_signed(), resolve=lambda _method: None)
    assert (result.status, result.code, result.verified) == ("unknown", "key_not_available", None)


@pytest.mark.parametrize("suite", ["ecdsa-rdfc-2019", "ecdsa-sd-2023", "bbs-2023"])
def test_suites_of_others_are_unknown_and_not_forged(suite):
    document = _signed()
    document["proof"]["cryptosuite"] = suite
    assert _verified(document).code == "cryptosuite_unknown"


def test_nothing_is_signed_with_an_unknown_suite():
    with pytest.raises(CredentialError):
        _signed(cryptosuite="eddsa-2099")


@pytest.mark.parametrize(
    ("period", "code"),
    [
        ({"state": KeyState.ACTIVE}, "proof_ok"),
        ({"state": KeyState.RETIRED, "valid_until": NOW}, "proof_ok"),
        ({"state": KeyState.RETIRED, "valid_until": NOW - timedelta(seconds=1)}, "key_out_of_period"),
        ({"state": KeyState.ACTIVE, "valid_from": NOW + timedelta(seconds=1)}, "key_out_of_period"),
        ({"state": KeyState.NEXT}, "key_out_of_period"),
        ({"state": KeyState.COMPROMISED, "valid_until": NOW + timedelta(days=1)}, "no_log_proof"),
        ({"state": KeyState.COMPROMISED, "valid_until": NOW - timedelta(days=1)}, "no_log_proof"),
    ],
)
def test_a_key_counts_only_in_its_period(period, code):
    assert _verified(_signed(), **period).code == code


def test_an_undated_proof_of_a_retired_key_is_not_believed():
    document = _signed()
    del document["proof"]["created"]
    assert _verified(document, state=KeyState.RETIRED, valid_until=NOW).status == "failed"


@pytest.mark.parametrize(
    "document", [{}, {"proof": []}, {"proof": {}}, {"proof": [[]]}, {"proof": "x"}, {"proof": [{}] * 9}]
)
def test_odd_documents_fail_without_an_exception(document):
    assert verify_proof(document, resolve=lambda _method: None).status == "failed"


def test_a_self_issued_did_key_is_bound_to_itself():
    issuer = did_key(KEY.public)
    document = _signed({**DOCUMENT, "issuer": {"id": issuer}}, verification_method=did_key_method(KEY.public))
    assert _verified(document).issuer_bound


def test_many_threads_verify_at_once():
    document = _signed()
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _num: _verified(document).status, range(64)))
    assert set(results) == {"ok"}
