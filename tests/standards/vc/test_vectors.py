"""W3C Data Integrity EdDSA vectors: every intermediate value, and signatures byte for byte."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

import pytest

from tequio_standards.strict import jcs
from tequio_standards.vc import JCS, RDFC, canonicalise, did_key_method, resolve, sign, verify_proof
from tequio_standards.vc.keys import private_key
from tequio_standards.vc.multibase import multibase58_decode
from tequio_standards.vc.proofs import Hasher
from tests.standards.vc import outside

pytestmark = pytest.mark.outside

FOLDER = "w3c-vc-di-eddsa"
CREATED = datetime(2023, 2, 24, 23, 36, 38, tzinfo=UTC)


def _text(*parts: str) -> str:
    return outside.path(FOLDER, *parts).read_text(encoding="utf-8")


def _key(pair: dict[str, str]):
    key = private_key(pair["privateKeyMultibase"])
    assert key.multibase == pair["publicKeyMultibase"]
    return key


def _signed(document: dict[str, Any], key, **options: Any) -> dict[str, Any]:
    options = {"created": CREATED, "contexts": outside.contexts()} | options
    return sign(document, key=key, verification_method=did_key_method(key.public), **options)


@pytest.mark.parametrize(
    ("suite", "name"), [(RDFC, "eddsa-rdfc-2022/signedDataInt.json"), (JCS, "eddsa-jcs-2022/signedJCS.json")]
)
def test_signing_gives_the_published_signature(suite, name):
    key = _key(outside.load(FOLDER, "keyPair.json"))
    assert _signed(outside.load(FOLDER, "unsigned.json"), key, cryptosuite=suite) == outside.load(
        FOLDER, name
    )


def test_the_canonical_forms_and_hashes_are_the_published_ones():
    document = outside.load(FOLDER, "unsigned.json")
    canonical = canonicalise(document, contexts=outside.contexts())
    assert canonical == _text(RDFC, "canonDocDataInt.txt")
    assert jcs(document).decode() == _text(JCS, "canonDocJCS.txt")
    config = outside.load(FOLDER, RDFC, "proofConfigDataInt.json")
    assert canonicalise(config, contexts=outside.contexts()) == _text(RDFC, "proofCanonDataInt.txt")
    combined = Hasher(document, outside.contexts()).hash_data(config)
    assert combined.hex() == _text(RDFC, "combinedHashDataInt.txt")
    assert hashlib.sha256(canonical.encode()).hexdigest() == _text(RDFC, "docHashDataInt.txt")


def test_the_published_signature_texts_decode_to_the_published_bytes():
    assert multibase58_decode(_text(RDFC, "sigBTC58DataInt.txt")).hex() == _text(RDFC, "sigHexDataInt.txt")


def test_a_set_of_proofs_is_signed_and_verified_as_published():
    keys = outside.load(FOLDER, "proof-set-chain", "multiKeyPairs.json")
    document = outside.load(FOLDER, "proof-set-chain", "unsigned.json")
    for num in (1, 2):
        document = _append(document, num, keys, f"proofSetConfig{num}.json")
        expected = outside.load(FOLDER, "proof-set-chain", f"signedProofSet{num}.json")
        assert _values(document) == _values(expected)
        assert _verify(expected).status == "ok"


def test_a_chain_of_proofs_is_signed_and_verified_as_published():
    keys = outside.load(FOLDER, "proof-set-chain", "multiKeyPairs.json")
    document = outside.load(FOLDER, "proof-set-chain", "signedProofSet2.json")
    for num in (1, 2):
        document = _append(document, num + 2, keys, f"proofChainConfig{num}.json")
        expected = outside.load(FOLDER, "proof-set-chain", f"signedProofChain{num}.json")
        assert _values(document) == _values(expected)
        assert _verify(expected).status == "ok"


def test_a_chain_with_a_changed_link_fails():
    document = outside.load(FOLDER, "proof-set-chain", "signedProofChain2.json")
    document["proof"][2]["created"] = "2023-02-26T22:06:39Z"
    assert _verify(document).status == "failed"


def test_a_chain_with_a_missing_link_fails():
    document = outside.load(FOLDER, "proof-set-chain", "signedProofChain2.json")
    del document["proof"][0]
    assert _verify(document).status == "failed"


def _append(document: dict[str, Any], pair: int, keys: Any, name: str) -> dict[str, Any]:
    config = outside.load(FOLDER, "proof-set-chain", name)
    return _signed(
        document,
        _key(keys[f"keyPair{pair}"]),
        created=datetime.fromisoformat(config["created"]),
        proof_id=config.get("id", ""),
        previous_proof=config.get("previousProof", ()),
    )


def _values(document: dict[str, Any]) -> list[str]:
    proofs = document["proof"] if isinstance(document["proof"], list) else [document["proof"]]
    return [proof["proofValue"] for proof in proofs]


def _verify(document: dict[str, Any]):
    return verify_proof(document, resolve=lambda method: resolve(method, {}), contexts=outside.contexts())
