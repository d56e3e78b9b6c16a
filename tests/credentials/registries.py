"""Another hub's registry, and what somebody with bad intentions would make of it: the attacks first, then the checks."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from tequio.credentials.vouching.registry_file import write_registry
from tequio_standards import vc
from tequio_standards.badges import IssuerInfo, Trust
from tequio_standards.vc import KeyPeriod, KeyState
from tests.credentials.samples import NOON

DID = "did:web:norte.edu.mx"
OTHER = "did:web:sur.edu.mx"
DEMO = "did:web:ensayo.example"
KEY = vc.generate(b"n" * 32)
THIEF = vc.generate(b"t" * 32)
OTHERS = vc.generate(b"o" * 32)
BEGUN = NOON - timedelta(days=400)


def entry(key, name="Universidad del Norte", *, demo=False, **period) -> IssuerInfo:
    """An issuer with one key."""
    return IssuerInfo(
        {"es": name}, (KeyPeriod(key.multibase, BEGUN, **period),), demo, "https://norte.edu.mx", "MX"
    )


def honest(**more: IssuerInfo) -> dict[str, IssuerInfo]:
    """What the other hub lists."""
    return {
        DID: entry(KEY),
        OTHER: entry(OTHERS, "Tecnológico del Sur"),
        DEMO: entry(OTHERS, "Ensayo", demo=True),
    }


def registry(issuers=None, *, key=KEY, signer=DID, at=NOON, accreditations=()) -> bytes:
    """A registry signed by `key` in the name of `signer`."""
    trust = Trust(issuers=issuers or honest(), name="https://norte.edu.mx", accreditations=accreditations)
    method = vc.key_method(signer, key.multibase)
    return write_registry(trust, signer=signer, method=method, key=key, created=at)


def attacks(own_did: str) -> dict[str, tuple[str, bytes]]:
    """Name → (the reason for which it must be refused, the file). Taken after the honest registry was."""
    good = registry(at=NOON)
    document = json.loads(good)
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    swapped = honest() | {OTHER: entry(THIEF, "Tecnológico del Sur")}
    return {
        "a known issuer's key is swapped": ("not_confirmed", registry(swapped)),
        "the signer's own key is swapped": (
            "not_confirmed",
            registry(honest() | {DID: entry(THIEF)}, key=THIEF),
        ),
        "a key is added beside the known one": (
            "not_confirmed",
            registry(
                honest() | {OTHER: replace(entry(OTHERS), keys=(*entry(OTHERS).keys, *entry(THIEF).keys))}
            ),
        ),
        "a closed period is opened backwards": (
            "not_confirmed",
            registry(
                honest()
                | {OTHER: replace(entry(OTHERS), keys=(replace(entry(OTHERS).keys[0], valid_from=None),))}
            ),
        ),
        "our own issuer gets another key": ("speaks_for_us", registry(honest() | {own_did: entry(THIEF)})),
        "a demo becomes real": ("demo_stripped", registry(honest() | {DEMO: entry(OTHERS, "Ensayo")})),
        "a name that cannot exist is called real": (
            "demo_stripped",
            registry(honest() | {"did:web:uni.test": entry(OTHERS)}),
        ),
        "a did:key gets a key that is not its own": (
            "false_did_key",
            registry(honest() | {vc.did_key(OTHERS.multibase): entry(THIEF)}),
        ),
        "it is not signed": ("unsigned", json.dumps(unsigned).encode()),
        "somebody else signed it": ("signed_by_another", registry(key=THIEF)),
        "it was changed after signing": ("changed", good.replace(b"Tecnol", b"Tecmol")),
        "the signer does not stand in it": ("signer_not_listed", registry({OTHER: entry(OTHERS)})),
        "a disowned key signed it": (
            "wrong_signature",
            registry(honest() | {DID: entry(KEY, state=KeyState.COMPROMISED, valid_until=NOON)}),
        ),
        "it is an old one again": ("older", registry(at=NOON - timedelta(days=9))),
        "it is dated in the future": ("from_the_future", registry(at=NOON + timedelta(days=9))),
        "it is huge": ("too_large", good[:-2] + b" " * 5_000_000 + b"}\n"),
        "it lists too many": (
            "too_large",
            registry(honest() | {f"did:web:u{num}.mx": entry(OTHERS) for num in range(5_001)}),
        ),
        "it says one thing twice": (
            "unreadable",
            good.replace(b'"format": 1,', b'"format": 1, "format": 1,', 1),
        ),
        "a name turns the page around": (
            "unreadable",
            registry(honest() | {OTHER: entry(OTHERS, "Uni\u202exm.ude")}),
        ),
        "it is a trust file": ("unsigned", b'{"format": 1, "issuers": {}}'),
        "it is something else": ("unreadable", b"%PDF-1.7"),
    }
