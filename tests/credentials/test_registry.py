"""Registries of other hubs: what may be taken, what never, and who did it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tequio.credentials import api
from tequio.credentials.vouching import api as vouching
from tequio.credentials.vouching_models import IssuerRemoval, RegistryIntake
from tequio.kit.errors import NotAllowed
from tequio_standards.vc import KeyState
from tests.credentials import registries
from tests.credentials.registries import DEMO, DID, OTHER, THIEF, entry, honest, registry
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db
NAMES = tuple(registries.attacks("did:web:ours.example"))


@pytest.fixture
def marisol(issuer, cast):
    return cast.actor("marisol")


def become(plan):
    return {change.did: str(change.become) for change in plan.changes}


def test_looking_writes_nothing(marisol):
    plan = vouching.look(registry(), by=marisol, now=NOON)

    assert become(plan) == {DID: "new", OTHER: "new", DEMO: "new"}
    assert not RegistryIntake.objects.exists()


def test_a_registry_taken_in_is_believed_and_kept_with_who_and_when(marisol):
    data = registry()
    plan = vouching.take(data, by=marisol, now=NOON)

    assert {DID, OTHER, DEMO} <= set(api.trust(now=NOON).issuers)
    row = RegistryIntake.objects.get()
    assert bytes(row.document) == data
    assert (row.digest, row.by_id, row.at) == (plan.digest, marisol.person, NOON)


@pytest.mark.parametrize("name", NAMES)
def test_an_attack_is_refused_for_its_reason_and_changes_nothing(marisol, issuer, name):
    vouching.take(registry(), by=marisol, now=NOON)
    before = api.trust().issuers
    reason, data = registries.attacks(issuer.did)[name]

    with pytest.raises(vouching.RegistryRefused) as refused:
        vouching.take(data, by=marisol, now=NOON, confirmed={OTHER: "", DID: "zzzzzzzz"})

    assert refused.value.reason == reason
    assert api.trust().issuers == before


def test_the_honest_one_is_taken_again_and_changes_nothing(marisol):
    vouching.take(registry(), by=marisol, now=NOON)
    plan = vouching.take(registry(), by=marisol, now=NOON)

    assert set(become(plan).values()) == {"same"}


def test_a_changed_key_is_taken_once_its_end_was_typed(marisol):
    vouching.take(registry(), by=marisol, now=NOON)
    swapped = registry(honest() | {OTHER: entry(THIEF)})
    vouching.take(swapped, by=marisol, now=NOON, confirmed={OTHER: f" {THIEF.multibase[-8:]} "})

    assert api.trust().issuers[OTHER].keys[0].multibase == THIEF.multibase


def test_a_key_that_is_only_closed_needs_no_typing(marisol):
    vouching.take(registry(), by=marisol, now=NOON)
    retired = entry(registries.OTHERS, state=KeyState.RETIRED, valid_until=NOON)
    plan = vouching.take(registry(honest() | {OTHER: retired}), by=marisol, now=NOON)

    assert become(plan)[OTHER] == "closed"


def test_what_is_ours_is_never_taken(marisol, issuer):
    ours = api.trust().issuers[issuer.did]
    plan = vouching.take(registry(honest() | {issuer.did: ours}), by=marisol, now=NOON)

    assert become(plan)[issuer.did] == "ours"
    assert api.trust().issuers[issuer.did] == ours


def test_whoever_takes_a_known_name_under_another_address_is_pointed_out(marisol):
    vouching.take(registry(), by=marisol, now=NOON)
    plan = vouching.look(registry(honest() | {"did:web:n0rte.edu.mx": entry(THIEF)}), by=marisol, now=NOON)

    assert plan.changes[0].same_name_as == DID


def test_whom_the_registry_no_longer_lists_stays_until_removed(marisol):
    vouching.take(registry(), by=marisol, now=NOON)
    shorter = {did: info for did, info in honest().items() if did != OTHER}
    plan = vouching.take(registry(shorter), by=marisol, now=NOON)

    assert become(plan)[OTHER] == "gone"
    assert OTHER in api.trust().issuers


def test_a_removed_issuer_is_not_believed_and_the_removal_is_kept(marisol):
    vouching.take(registry(), by=marisol, now=NOON)
    vouching.remove(did=OTHER, reason="It was closed.", by=marisol, now=NOON)

    assert OTHER not in api.trust().issuers
    assert IssuerRemoval.objects.get().did == OTHER


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_removal_says_why(marisol, reason):
    vouching.take(registry(), by=marisol, now=NOON)
    with pytest.raises(vouching.RegistryRefused):
        vouching.remove(did=OTHER, reason=reason, by=marisol, now=NOON)


@pytest.mark.parametrize("who", ["nobody", "rosa", "leticia", "ernesto", "rodrigo"])
def test_nobody_but_the_operator_looks_takes_or_removes(issuer, cast, who):
    for act in (
        lambda by: vouching.look(registry(), by=by, now=NOON),
        lambda by: vouching.take(registry(), by=by, now=NOON),
        lambda by: vouching.remove(did=DID, reason="x", by=by, now=NOON),
        lambda by: vouching.believed(by=by),
    ):
        with pytest.raises(NotAllowed):
            act(cast.actor(who))


def test_our_own_registry_is_one_that_others_can_take(issuer, cast):
    from tequio.credentials.vouching.registry_file import read_registry

    read = read_registry(vouching.registry(now=NOON + timedelta(days=1)))
    assert read.signer == issuer.did
    assert read.trust.issuers[issuer.did].demo


def test_our_registry_is_the_same_bytes_all_day(issuer):
    morning, evening = NOON + timedelta(days=1), NOON + timedelta(days=1, hours=5)
    assert vouching.registry(now=morning) == vouching.registry(now=evening)


def test_the_registry_of_other_verifiers_lists_no_demo(marisol, issuer):
    vouching.take(registry(), by=marisol, now=NOON)
    listed = json.loads(vouching.registry_dcc(now=NOON))["registry"]

    assert set(listed) == {DID, OTHER}
