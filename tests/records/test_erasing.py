"""Erasure drops words and keeps the chain."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from tequio.kit import ids
from tequio.kit.errors import NotAllowed
from tequio.people.values import Actor, Grant, OrganisationId, PersonId, Role
from tequio.records.api import dump_derived, erase, pseudonym, rebuild, record, statements, verify_chain
from tequio.records.models import ActorPseudonym, Erasure, Statement, StatementIndex
from tequio_standards import xapi
from tests.records.sayings import ENROLMENT, HUB, NOON, OTHER_STORE, STORE, keep, said
from tests.records.tallies import TallyProjection, tallying

pytestmark = pytest.mark.django_db
OTHER_ENROLMENT = UUID("0b3a7c5e-0000-4000-8000-0000000000e2")
ANA = xapi.Account(HUB, "Ana")


def acting(role: Role, store: object = STORE) -> Actor:
    organisation = OrganisationId(store)
    return Actor(PersonId(ids.new_uuid()), organisation, (Grant(role, organisation),), "es")


OPERATOR = acting(Role.OPERATOR)


@pytest.fixture
def talk():
    for number in range(4):
        keep(number, actor=ANA if number % 2 else said(0).actor)


def test_erased_bytes_and_salts_are_gone(talk):
    assert erase(actor="Ana", by=OPERATOR, now=NOON) == 2
    assert [row.body is None for row in Statement.objects.order_by("seq")] == [False, True, False, True]
    assert not Statement.objects.filter(body__isnull=True, salt__isnull=False).exists()


def test_the_chain_still_verifies_and_counts_what_was_erased(talk):
    erase(actor="Ana", by=OPERATOR, now=NOON)
    report = verify_chain()
    assert (report.ok, report.statements, report.erased) == (True, 4, 2)


def test_the_chain_goes_on_after_an_erasure(talk):
    erase(actor="Ana", by=OPERATOR, now=NOON)
    assert keep(9).seq == 5
    assert verify_chain().ok


def test_an_erased_statement_is_no_longer_read(talk):
    erase(actor="Ana", by=OPERATOR, now=NOON)
    assert {kept.statement.actor.name for kept in statements()} == {"Citlali"}
    assert list(statements(actor="Ana")) == []


def test_what_was_derived_is_what_a_rebuild_would_derive(talk):
    erase(actor="Ana", by=OPERATOR, now=NOON)
    assert "Ana" not in "".join(dump_derived().values())
    assert rebuild(check=True).ok


def test_an_erased_statement_told_again_stays_erased(talk):
    erase(actor="Ana", by=OPERATOR, now=NOON)
    assert keep(1, actor=ANA).seq == 2
    assert Statement.objects.get(seq=2).body is None


def test_an_erasure_says_who_and_when(talk):
    erase(actor="Ana", by=OPERATOR, now=NOON)
    row = Erasure.objects.get()
    assert (row.by, row.at, row.store) == (OPERATOR.person, NOON, STORE)


def test_the_person_is_no_longer_linked_to_the_pseudonym():
    person = ids.new_uuid()
    name = pseudonym(person, organisation=STORE)
    keep(1, actor=xapi.Account(HUB, name))
    erase(actor=name, by=OPERATOR, now=NOON)
    assert not ActorPseudonym.objects.exists()
    assert pseudonym(person, organisation=STORE) != name


@pytest.mark.parametrize("by", [acting(Role.LEARNER), acting(Role.OPERATOR, OTHER_STORE), Actor.nobody()])
def test_who_may_not_erase_erases_nothing(talk, by: Actor):
    with pytest.raises(NotAllowed):
        erase(actor="Ana", by=by, now=NOON)
    assert verify_chain().erased == 0


def test_bytes_may_not_vanish_without_an_erasure(talk):
    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.filter(seq=2).update(body=None, salt=None)


def test_a_guess_of_what_was_erased_cannot_be_tested(talk):
    salt = bytes(Statement.objects.get(seq=2).salt)
    erase(actor="Ana", by=OPERATOR, now=NOON)
    row = Statement.objects.get(seq=2)
    assert salt not in (bytes(row.commitment), bytes(row.chain))
    assert not StatementIndex.objects.filter(statement=row).exists()


@pytest.fixture
def tally(transactional_db) -> Iterator[TallyProjection]:
    with tallying("verb") as projection:
        yield projection


@pytest.fixture
def enrolment_tally(transactional_db) -> Iterator[TallyProjection]:
    with tallying("registration") as projection:
        yield projection


@pytest.mark.django_db(transaction=True)
def test_sums_over_people_are_folded_anew_without_the_erased(tally: TallyProjection):
    keep(1, actor=ANA)
    keep(2, context=xapi.Context(registration=OTHER_ENROLMENT))
    assert tally.counted() == {xapi.verbs.ANSWERED: 2}
    erase(actor="Ana", by=OPERATOR, now=NOON)
    assert tally.counted() == {xapi.verbs.ANSWERED: 1}


@pytest.mark.django_db(transaction=True)
def test_rows_of_the_erased_persons_enrolment_go(enrolment_tally: TallyProjection):
    keep(1, actor=ANA)
    keep(2, context=xapi.Context(registration=OTHER_ENROLMENT))
    erase(actor="Ana", by=OPERATOR, now=NOON)
    assert enrolment_tally.counted() == {OTHER_ENROLMENT: 1}


@pytest.mark.django_db(transaction=True)
def test_what_others_did_in_the_same_enrolment_stays(enrolment_tally: TallyProjection):
    keep(1, actor=ANA)
    keep(2)
    erase(actor="Ana", by=OPERATOR, now=NOON)
    assert enrolment_tally.counted() == {ENROLMENT: 1}


@pytest.mark.django_db(transaction=True)
def test_a_fold_is_undone_with_the_act_it_was_told_of(tally: TallyProjection):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(said(1), store=STORE, now=NOON)
        raise ZeroDivisionError
    assert tally.counted() == {}
