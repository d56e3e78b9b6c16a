"""The twenty attacks that fooled others, by number. Each is refused with its reason while the originals pass.

What lies outside this package is named with the place that proves it.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tequio_standards.badges import CachedStatusList, IssuerInfo, bake_png, build_credential, check_credential
from tequio_standards.vc import JCS, CredentialError, KeyPeriod, KeyState
from tests.standards.badges import attacks as the_attacks
from tests.standards.badges.carriers import PNG, chunk, pdf, png_with
from tests.standards.badges.templates import signer, template, with_name
from tests.standards.badges.world import (
    DID,
    INDEX,
    LIST_URL,
    NOBODYS,
    NOW,
    OTHER_DID,
    OURS,
    SPEC,
    THEIRS,
    signed,
    status_list,
    to_bytes,
    trust,
    world,
)

WORLD, TRUST = world(), trust()


def _codes(data: bytes, trusted=TRUST, at=NOW) -> set[str]:
    report = check_credential(data, trust=trusted, at=at)
    return {check.code for check in report.checks if check.state != "ok"} - {"skipped"}


def _generated(kind, *codes: str) -> Callable[[], None]:
    def attack() -> None:
        for each in kind(WORLD):
            report = check_credential(each.data, trust=TRUST, at=NOW)
            assert report.exit_code in (1, 2), each.name
            assert report.document is None, each.name
            assert not codes or each.code == "*" or each.code in _codes(each.data), each.name

    return attack


def _jcs_appended() -> None:
    """8: a context added after signing is taken out again; the verified document is what was signed."""
    document = signed(build_credential(SPEC), cryptosuite=JCS)
    longer = {**document, "@context": [*document["@context"], "https://www.w3.org/ns/did/v1"]}
    report = check_credential(to_bytes(longer), trust=TRUST, at=NOW)
    assert report.document is not None
    assert report.document["@context"] == document["@context"]


def _stolen_key() -> None:
    """10: whoever has the key writes any date; only a witness from before the theft counts."""
    stolen = (KeyPeriod(OURS.multibase, valid_until=NOW, state=KeyState.COMPROMISED),)
    trusted = replace(TRUST, issuers={DID: IssuerInfo({"es": "N"}, stolen)})
    assert "no_log_proof" in _codes(WORLD.data, trusted)
    retired = (KeyPeriod(OURS.multibase, valid_until=NOW - timedelta(days=60), state=KeyState.RETIRED),)
    trusted = replace(TRUST, issuers={DID: IssuerInfo({"es": "N"}, retired)})
    assert "key_out_of_period" in _codes(WORLD.data, trusted)


def _status() -> None:
    """11: another list, another issuer's, an expired one, an index outside, an old version."""
    hour = timedelta(hours=1)
    cases = {
        "another address": (status_list(url="https://hub.example/status/nodo/2"), "status_untrusted"),
        "another issuer": (status_list(key=THEIRS, did=OTHER_DID), "status_untrusted"),
        "a stranger's": (status_list(key=NOBODYS), "status_untrusted"),
        "expired": (status_list(valid_until=NOW - hour, valid_from=NOW - 2 * hour), "status_stale"),
        "unsigned": (to_bytes({"type": "BitstringStatusListCredential"}), "status_untrusted"),
        "revoked": (status_list(raised=(INDEX,)), "revoked"),
    }
    for name, (data, code) in cases.items():
        lists = {LIST_URL: CachedStatusList(data, NOW)}
        assert code in _codes(WORLD.data, replace(TRUST, status_lists=lists)), name
    old = {LIST_URL: CachedStatusList(status_list(), NOW - timedelta(days=30))}
    assert "status_stale" in _codes(WORLD.data, replace(TRUST, status_lists=old))
    outside = world(status=(replace(SPEC.status[0], index=999_999),))
    assert "status_untrusted" in _codes(outside.data)


def _fetching(monkeypatch) -> None:
    """12: this package has no way out, whatever addresses a file names."""

    def refuse(*_args, **_more):
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    evil = "https://169.254.169.254/latest"
    spec = replace(SPEC, status=(replace(SPEC.status[0], url=evil),), image=evil)
    assert "status_not_available" in _codes(to_bytes(signed(build_credential(spec))))
    unknown = json.loads(WORLD.data.replace(DID.encode(), b"did:web:localhost.example"))
    assert "key_not_available" in _codes(to_bytes(unknown))


def _look_alike() -> None:
    """14: the name that is shown comes from the registry and never from the file."""
    did = "did:web:nodo-anahuac.example.evil.example"
    spec = replace(SPEC, issuer=replace(SPEC.issuer, id=did), demonstration=False)
    report = check_credential(to_bytes(signed(build_credential(spec), did=did)), trust=TRUST, at=NOW)
    assert report.exit_code == 3
    assert SPEC.issuer.name not in report.deciding.message
    assert did in report.check("issuer_known").message


def _containers() -> None:
    """15: two credentials in one carrier, and the wrong kind of text."""
    text = b"openbadgecredential\0\0\0\0\0" + WORLD.data
    assert "ambiguous_container" in _codes(png_with(chunk(b"iTXt", text), chunk(b"iTXt", text)))
    assert "ambiguous_container" in _codes(pdf(("a.json", WORLD.data), ("b.json", WORLD.data)))
    assert "malformed" in _codes(png_with(chunk(b"tEXt", b"openbadgecredential\0" + WORLD.data)))
    assert check_credential(bake_png(PNG, WORLD.data), trust=TRUST, at=NOW).exit_code == 0


def _odd_names() -> None:
    """17: unusual and valid, so refusing would be the fault."""
    for what, name in the_attacks.genuine_oddities(WORLD):
        data = to_bytes(the_attacks.odd_document(name))
        assert check_credential(data, trust=TRUST, at=NOW).exit_code == 0, what


def _template() -> None:
    """19: a name that tries to end its quad becomes a part of the name."""
    compiled, values = template()
    for name in ('" .\n<urn:x> <urn:y> "z" .', "⟦id⟧", "%b"):
        signed_values = signer(compiled).sign(with_name(compiled, values, name))
        assert compiled.quads(signed_values.values).count(b"\n") == compiled.quads(values).count(b"\n")
    with pytest.raises(CredentialError):
        signer(compiled).sign(("x> <urn:y> <urn:z", *values[1:]))


ATTACKS: dict[int, Callable[..., None] | str] = {
    1: _generated(lambda each: [*the_attacks.changed_fields(each), *the_attacks.removed_fields(each)]),
    2: _generated(the_attacks.unsigned_additions, "unsigned_data"),
    3: _generated(the_attacks.foreign_meanings, "context_not_allowed"),
    4: _generated(the_attacks.foreign_meanings, "context_not_allowed"),
    5: _generated(the_attacks.foreign_keys, "issuer_binding"),
    6: _generated(the_attacks.bent_proofs, "proof_invalid"),
    7: _generated(the_attacks.ambiguous_json, "malformed"),
    8: _jcs_appended,
    9: _generated(the_attacks.exhausting, "too_complex"),
    10: _stolen_key,
    11: _status,
    12: _fetching,
    13: "tests/standards/vc/test_presentations.py",
    14: _look_alike,
    15: _containers,
    16: "tests/standards/badges/test_bundle.py",
    17: _odd_names,
    18: "nothing here issues by OpenID4VCI",
    19: _template,
    20: "codes of 50 bits and random places: tests/credentials",
}


def test_all_twenty_are_in_the_table():
    assert list(ATTACKS) == list(range(1, 21))


@pytest.mark.slow
@pytest.mark.parametrize("num", [num for num, attack in ATTACKS.items() if not isinstance(attack, str)])
def test_an_attack_that_fooled_others_is_refused_by_name(num, monkeypatch):
    assert check_credential(WORLD.data, trust=TRUST, at=NOW).exit_code == 0
    attack = ATTACKS[num]
    if attack is _fetching:
        _fetching(monkeypatch)
    elif not isinstance(attack, str):
        attack()
    assert check_credential(WORLD.data, trust=TRUST, at=NOW).exit_code == 0
