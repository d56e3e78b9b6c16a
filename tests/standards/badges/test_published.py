"""1EdTech's documents with known verdicts: ours are the same for form, proof, dates and status."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime

import pytest

from tequio_standards.badges import CachedStatusList, IssuerInfo, Trust, check_credential
from tequio_standards.vc import KeyPeriod
from tests.standards.vc import outside

pytestmark = pytest.mark.outside

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEYS = (
    "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
    "z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x",
)
LIST_URL = "https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/inspector-vc/src/test/resources/ob30/bit-string-list/testlist"

# Where ours differs, and why. Kinds of signature we do not check yet come out as unknown, never as valid.
DIFFERENT = {
    "simple.1ob": "a JWT",
    "simple-jwt.png": "a JWT",
    "simple-jwt.svg": "a JWT",
    "simple_v1.json": "Ed25519Signature2020 of version 1 is not checked",
    "simple-jwt_v1.png": "a JWT",
    "simple-jwt_v1.svg": "a JWT",
    "simple-eddsa-2022.json": "eddsa-2022 was a draft's name; theirs only warns",
    "sd/derivedcredential.json": "ecdsa-sd-2023 is not checked yet",
    "simple-multiple-proofs.json": "theirs lets the JSON-LD probe decide",
    "simple-did-key-method.json": "a did:key signs in the name of another issuer; theirs does not bind the two",
    "simple-context-version.json": "theirs wants the newest context",
}


def _rows() -> list[dict[str, str]]:
    return list(csv.DictReader(outside.path("1edtech", "ob30-expected.csv").read_text().splitlines()))


def _trust(data: bytes) -> Trust:
    """Whoever these examples name as issuer, with the two keys they were all signed with."""
    names = {
        "https://example.com/issuers/876543",
        "https://1edtech.edu/issuers/565049",
        "did:web:example.com",
    }
    try:
        issuer = json.loads(data)["issuer"]
        names.add(issuer["id"] if isinstance(issuer, dict) else issuer)
    except (ValueError, KeyError, TypeError):
        pass
    lists = {
        LIST_URL: CachedStatusList(
            outside.path("1edtech", "ob30", "bit-string-list", "testlist").read_bytes(), NOW
        )
    }
    info = IssuerInfo({"en": "1EdTech"}, tuple(KeyPeriod(key) for key in KEYS))
    return Trust({name: info for name in names if not name.startswith("did:key:")}, lists)


def test_our_verdicts_are_theirs_or_the_difference_is_explained():
    agreed = 0
    for row in _rows():
        name = row["file"].removeprefix("ob30/")
        data = outside.path("1edtech", *row["file"].split("/")).read_bytes()
        report = check_credential(data, trust=_trust(data), at=NOW, contexts=outside.contexts())
        good = {check.name for check in report.checks if check.state == "ok"} >= {"form", "proof", "dates"}
        if name in DIFFERENT:
            continue
        assert (good and report.exit_code in (0, 3)) == (row["expected"] == "valid"), (name, report.deciding)
        agreed += 1
    assert agreed >= 26


def test_the_revoked_ones_are_genuine_and_revoked():
    """Their list calls itself by another address; a raised bit counts even so, a lowered one would not."""
    for name in ("credential-status-revoked.json", "credential-status-revoked-blank-nodes.json"):
        data = outside.path("1edtech", "ob30", "bit-string-list", name).read_bytes()
        report = check_credential(data, trust=_trust(data), at=NOW, contexts=outside.contexts())
        assert report.check("proof").state == "ok"
        assert report.check("status").code == "revoked"
