"""Statements are found by who, what, where; simulated ones only when their store is named."""

from datetime import timedelta

import pytest

from tequio.people import api as people
from tequio.records.api import pseudonym, statements
from tequio.records.models import ActorPseudonym
from tequio_standards import xapi
from tests.records.sayings import ENROLMENT, HUB, NOON, OTHER_STORE, STORE, keep, said

pytestmark = pytest.mark.django_db
ANA = xapi.Account(HUB, "Ana")


def numbers(**wanted: object) -> list[int]:
    return [int(kept.statement.object.id.rsplit("/", 1)[1]) for kept in statements(**wanted)]


@pytest.fixture
def five():
    for number in range(5):
        keep(number, actor=ANA if number % 2 else said(0).actor)


def test_statements_come_in_the_order_kept(five):
    assert numbers() == [0, 1, 2, 3, 4]


def test_statements_are_found_by_actor(five):
    assert numbers(actor="Ana") == [1, 3]


def test_statements_are_found_by_enrolment(five):
    keep(9, context=xapi.Context())
    assert numbers(registration=ENROLMENT) == [0, 1, 2, 3, 4]


def test_statements_are_found_by_verb(five):
    keep(9, verb=xapi.verbs.PASSED)
    assert numbers(verb=xapi.verbs.PASSED) == [9]


def test_a_reader_goes_on_after_the_last_one_seen(five):
    second = list(statements(limit=2))[-1]
    assert numbers(after=second.num) == [2, 3, 4]


def test_the_newest_may_come_first(five):
    assert numbers(actor="Ana", newest_first=True, limit=1) == [3]


def test_stores_are_read_apart(five):
    keep(9, store=OTHER_STORE)
    assert numbers(store=OTHER_STORE) == [9]
    assert numbers(store=STORE) == [0, 1, 2, 3, 4]


def test_a_kept_statement_tells_its_place():
    place = keep(1)
    (kept,) = statements()
    assert (kept.origin, kept.seq, kept.store) == (place.origin, 1, STORE)
    assert kept.stored_at == NOON + timedelta(seconds=1)


@pytest.fixture
def simulated():
    return people.create_organisation(
        key="sim", name="Sim", country="MX", zone="UTC", simulated=True, now=NOON
    ).id


def test_simulated_statements_are_read_only_by_their_store(simulated):
    keep(1, store=simulated)
    keep(2)
    assert numbers() == [2]
    assert numbers(actor="Citlali") == [2]
    assert numbers(store=simulated) == [1]


def test_a_simulated_statement_says_so(simulated):
    keep(1, store=simulated)
    (kept,) = statements(store=simulated)
    assert kept.simulated


def test_a_person_keeps_one_pseudonym_in_an_organisation():
    assert pseudonym(ENROLMENT, organisation=STORE) == pseudonym(ENROLMENT, organisation=STORE)
    assert pseudonym(ENROLMENT, organisation=STORE) != pseudonym(ENROLMENT, organisation=OTHER_STORE)
    assert ActorPseudonym.objects.count() == 2


def test_a_pseudonym_tells_nothing_of_the_person():
    assert str(ENROLMENT) not in pseudonym(ENROLMENT, organisation=STORE)


def test_a_reader_of_the_newest_goes_on_before_the_last_one_seen(five):
    second = list(statements(actor="Ana", newest_first=True, limit=1))[-1]
    assert numbers(actor="Ana", before=second.num, newest_first=True) == [1]
    assert numbers(before=second.num, newest_first=True) == [2, 1, 0]
