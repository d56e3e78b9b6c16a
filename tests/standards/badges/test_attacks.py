"""Every attack is refused by name and quickly, and the genuine credential passes in the same run."""

from __future__ import annotations

import time

import pytest

from tequio_standards.badges import State, check_credential
from tests.standards.badges import attacks as the_attacks
from tests.standards.badges.world import World, to_bytes, world

WORLD = world()
SECONDS = 0.5


def _report(data: bytes, genuine: World = WORLD):
    return check_credential(data, trust=genuine.trust, at=genuine.at)


def _genuine_passes() -> bool:
    report = _report(WORLD.data)
    return report.exit_code == 0 and report.document == WORLD.document


def _failed(report) -> list[str]:
    return [check.code for check in report.checks if check.state is State.FAILED]


@pytest.mark.parametrize(
    "kind",
    [
        the_attacks.unsigned_additions,
        the_attacks.foreign_meanings,
        the_attacks.foreign_keys,
        the_attacks.bent_proofs,
        the_attacks.ambiguous_json,
        the_attacks.exhausting,
    ],
)
def test_attacks_are_refused_by_name_and_quickly(kind):
    assert _genuine_passes()
    for attack in kind(WORLD):
        begun = time.process_time()
        report = _report(attack.data)
        took = time.process_time() - begun
        assert report.document is None, attack.name
        assert report.exit_code in ((1, 2) if attack.exit_code < 0 else (attack.exit_code,)), attack.name
        assert attack.code == "*" or attack.code in _failed(report), (attack.name, _failed(report))
        assert took < SECONDS, (attack.name, took)


@pytest.mark.parametrize("kind", [the_attacks.changed_fields, the_attacks.removed_fields])
def test_any_changed_or_removed_field_is_a_forgery(kind):
    assert _genuine_passes()
    count = 0
    for attack in kind(WORLD):
        report = _report(attack.data)
        assert (report.exit_code, report.document) == (1, None), (attack.name, report.deciding)
        count += 1
    assert count > 70


@pytest.mark.parametrize(("what", "name"), list(the_attacks.genuine_oddities(WORLD)))
def test_odd_names_in_a_genuine_credential_are_accepted(what, name):
    report = _report(to_bytes(the_attacks.odd_document(name)))
    assert report.exit_code == 0, what
    assert report.document is not None
    assert report.document["credentialSubject"]["name"] == name


def test_the_layout_of_the_file_does_not_matter():
    import json

    spread = json.dumps(WORLD.document, indent=3, sort_keys=True).encode()
    assert _report(spread).exit_code == 0
