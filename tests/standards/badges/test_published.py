"""1EdTech's documents with known verdicts: ours beside theirs, and a reason wherever the two differ."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tequio_standards.badges import CachedStatusList, IssuerInfo, Trust, check_credential, extract
from tequio_standards.badges.extract import jwt_in
from tequio_standards.vc import KeyPeriod, PublicKey
from tequio_standards.vc.jwt import read_jws
from tequio_standards.vc.key_kinds import from_jwk
from tests.standards.vc import outside

pytestmark = pytest.mark.outside

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEYS = (
    "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
    "z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x",
)
ISSUERS = {"https://example.com/issuers/876543", "https://1edtech.edu/issuers/565049", "did:web:example.com"}
LIST_URL = "https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/inspector-vc/src/test/resources/ob30/bit-string-list/testlist"
VERDICTS = Path(__file__).resolve().parents[3] / "conformance" / "1edtech-ob30.csv"


def _data(file: str) -> bytes:
    return outside.path("1edtech", *file.split("/")).read_bytes()


def _trust(data: bytes) -> Trust:
    """Whoever these examples name as issuer, with the two keys they share and the one a JWT carries."""
    names, keys = set(ISSUERS), list(KEYS)
    jwt = jwt_in(extract(data))
    if jwt is not None:
        header = read_jws(jwt).header
        keys += [
            PublicKey(raw, kind=kind).multibase
            for kind, raw in map(from_jwk, [header.get("jwk")] * ("jwk" in header))
        ]
    elif data[:1] == b"{":
        issuer = json.loads(data)["issuer"]
        names.add(issuer["id"] if isinstance(issuer, dict) else issuer)
    info = IssuerInfo({"en": "1EdTech"}, tuple(KeyPeriod(key) for key in keys))
    lists = {LIST_URL: CachedStatusList(_data("ob30/bit-string-list/testlist"), NOW)}
    return Trust({name: info for name in names if not name.startswith("did:key:")}, lists)


def _report(file: str):
    data = _data(file)
    return check_credential(data, trust=_trust(data), at=NOW, contexts=outside.contexts())


def _ours() -> dict[str, dict[str, str]]:
    return {row["file"]: row for row in csv.DictReader(VERDICTS.read_text().splitlines())}


def _theirs() -> list[dict[str, str]]:
    return list(csv.DictReader(outside.path("1edtech", "ob30-expected.csv").read_text().splitlines()))


def test_every_published_verdict_stands_beside_ours_and_ours_is_as_written():
    ours = _ours()
    assert list(ours) == [row["file"] for row in _theirs()]
    for row in _theirs():
        report, written = _report(row["file"]), ours[row["file"]]
        assert (row["expected"], str(report.outcome), report.deciding.code) == (
            written["theirs"],
            written["ours"],
            written["code"],
        ), row["file"]


def test_every_difference_has_its_reason_and_only_differences_have_one():
    same = {("valid", "ok"), ("invalid", "failed"), ("invalid", "unreadable"), ("invalid", "unknown")}
    for row in _ours().values():
        assert ((row["theirs"], row["ours"]) in same) == (not row["why"]), row["file"]
    assert sum(not row["why"] for row in _ours().values()) >= 30


def test_nothing_that_they_call_invalid_is_ok_with_us():
    assert [row for row in _ours().values() if row["theirs"] == "invalid" and row["ours"] == "ok"] == []


def test_the_revoked_ones_are_genuine_and_revoked():
    """Their list calls itself by another address; a raised bit counts even so, a lowered one would not."""
    for name in ("credential-status-revoked.json", "credential-status-revoked-blank-nodes.json"):
        report = _report(f"ob30/bit-string-list/{name}")
        assert report.check("proof").state == "ok"
        assert report.check("status").code == "revoked"
