"""Random damage never raises, and never passes unless nothing signed changed.

Ten thousand mutations in eight classes run with `./tequio test --all`, some hundreds always.
"""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

from tequio_standards.badges import check_credential
from tequio_standards.strict import StrictError
from tequio_standards.vc import CredentialError, canonicalise, did_key, did_key_method
from tests.standards.badges.attacks import put
from tests.standards.badges.mutants import CLASSES, ORIGINALS, mutants
from tests.standards.badges.world import NOBODYS, NOW, signed, to_bytes, trust, world

WORLD, TRUST = world(), trust()
TEXTS = [
    "",
    "x",
    "z",
    "_:b0",
    "@type",
    "\u0000",
    "https://x.example/",
    "2026-01-01T00:00:00Z",
    "DataIntegrityProof",
]
ATOMS = [None, True, 0, -1, 1.5, 2**60]
NODES = [
    {},
    {"id": 7},
    {"id": "_:b0", "type": "_:b1"},
    {"type": []},
    {"id": WORLD.document["id"], "name": "x"},
]
KEYWORDS = [{"@value": 1}, {"@list": []}, {"@set": []}, {"@context": []}]
LISTS = [[], [[]], [None], ["a", 1, {}], ["VerifiableCredential"]]
VALUES: list[Any] = [*TEXTS, *ATOMS, *NODES, *KEYWORDS, *LISTS]


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in pairs:
        found += _places(child, (*path, key))
    return found


def _mutants(seed: int, count: int):
    dice = random.Random(seed)
    for _ in range(count):
        document = copy.deepcopy(WORLD.document)
        for _ in range(dice.choice((1, 1, 1, 2))):
            put(document, dice.choice(_places(document)), copy.deepcopy(dice.choice(VALUES)))
        yield document


def _signed_part(document: dict[str, Any]) -> str:
    try:
        return canonicalise({key: value for key, value in document.items() if key != "proof"})
    except CredentialError:
        return ""


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_damage_never_raises_and_never_passes_unless_nothing_signed_changed(seed):
    genuine = _signed_part(WORLD.document)
    for document in _mutants(seed, 250):
        report = check_credential(to_bytes(document), trust=TRUST, at=NOW)
        if report.exit_code == 0:
            assert _signed_part(document) == genuine
            assert report.document == document


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10, 12))
def test_damage_signed_by_a_stranger_never_raises_and_never_counts_as_known(seed):
    """Anybody can sign anything with a did:key of their own, so what follows the signature must be as sturdy."""
    for document in _mutants(seed, 150):
        document.pop("proof", None)
        document["issuer"] = did_key(NOBODYS.public)
        try:
            data = to_bytes(signed(document, NOBODYS, verification_method=did_key_method(NOBODYS.public)))
        except (CredentialError, StrictError):
            continue
        assert check_credential(data, trust=TRUST, at=NOW).exit_code in (1, 2, 3)


def _accepted(seed: int, count: int) -> tuple[list[str], set[str]]:
    """Mutants that came through, and the classes that were tried; the originals pass before, between and after."""
    accepted, classes = [], set()
    for num, mutant in enumerate(mutants(seed, count)):
        if num % 250 == 0:
            assert _originals_pass()
        report = check_credential(mutant.data, trust=TRUST, at=NOW)
        classes.add(mutant.kind)
        if report.exit_code == 0 or (report.document is not None and mutant.kind != "container changed"):
            accepted.append(f"{mutant.kind} of {mutant.original}: {mutant.data[:400]!r}")
    assert _originals_pass()
    return accepted, classes


def _originals_pass() -> bool:
    return all(check_credential(to_bytes(each), trust=TRUST, at=NOW).exit_code == 0 for each in ORIGINALS)


@pytest.mark.slow
def test_no_mutation_of_a_sample_is_accepted():
    assert _accepted(1, 500) == ([], set(CLASSES))


@pytest.mark.exhaustive
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("seed", range(100, 110))
def test_no_mutation_of_ten_thousand_is_accepted(seed):
    assert _accepted(seed, 1_000) == ([], set(CLASSES))


def test_the_deepest_document_that_is_read_does_not_exhaust_python():
    document = copy.deepcopy(WORLD.document)
    inner: Any = {"id": "urn:x:0"}
    for num in range(14):
        inner = {"id": f"urn:x:{num}", "endorsement": [inner]}
    document["endorsement"] = [inner]
    assert check_credential(to_bytes(document), trust=TRUST, at=NOW).check("proof").code == "proof_invalid"
