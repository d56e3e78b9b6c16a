"""A bank is read whole by who reviews it, and by nobody else."""

from __future__ import annotations

import pytest

from tequio.assessment import api
from tequio.assessment.values import BankItem, Pool
from tequio.kit.errors import NotAllowed
from tequio.people import api as people
from tequio.people.values import Role
from tests.assessment.desk import CANARY, bank_items, single
from tests.cast import EVERYBODY, NOW

pytestmark = pytest.mark.django_db


def put(cast, items, *, by: str = "leticia") -> None:
    api.put_bank(organisation=cast.a.id, key="safety", items=items, by=cast.actor(by), now=NOW)


def read(cast, *, by: str = "beatriz", key: str = "safety"):
    return api.read_bank(organisation=cast.a.id, key=key, by=cast.actor(by))


def make_reviewer(cast, name: str) -> None:
    whom, operator = cast.person(name).id, cast.actor("marisol")
    people.grant(person=whom, role=Role.REVIEWER, organisation=cast.a.id, by=operator, now=NOW)


def test_the_reviewer_reads_every_item_as_it_was_handed_in(cast):
    handed_in = bank_items(reviewed=False, secret=CANARY)
    put(cast, handed_in)
    found = {one.item.key: (one.item, one.pool, one.reviewed) for one in read(cast)}
    assert found == {one.item.key: (one.item, one.pool, False) for one in handed_in}


def test_only_the_current_wording_is_read_and_no_retired_item(cast):
    put(cast, [BankItem(single("a1"), Pool.FINAL), BankItem(single("a2"), Pool.FINAL)])
    put(cast, [BankItem(single("a1", correct="c"), Pool.FINAL)])
    assert [(one.item.key, one.item.correct) for one in read(cast)] == [("a1", ("c",))]


def test_what_passed_review_says_so(cast):
    put(cast, bank_items(reviewed=False))
    api.review_bank(organisation=cast.a.id, key="safety", by=cast.actor("beatriz"), now=NOW)
    assert all(one.reviewed for one in read(cast))


def test_a_bank_that_is_not_there_holds_nothing(cast):
    assert read(cast, key="nowhere") == ()


@pytest.mark.parametrize("name", sorted({*EVERYBODY} - {"beatriz"}))
@pytest.mark.parametrize("key", ["safety", "nowhere"])
def test_nobody_but_the_reviewer_ever_reads_a_bank(cast, name: str, key: str):
    put(cast, bank_items())
    with pytest.raises(NotAllowed):
        read(cast, by=name, key=key)


def test_who_made_the_bank_never_reads_it_as_a_reviewer(cast):
    put(cast, bank_items())
    make_reviewer(cast, "leticia")
    with pytest.raises(NotAllowed):
        read(cast, by="leticia")


def test_who_wrote_one_item_never_reads_the_bank_as_a_reviewer(cast):
    put(cast, [BankItem(single("a1"), Pool.FINAL)])
    put(cast, [BankItem(single("a1"), Pool.FINAL), BankItem(single("a2"), Pool.FINAL)], by="marisol")
    make_reviewer(cast, "marisol")
    with pytest.raises(NotAllowed):
        read(cast, by="marisol")


def test_a_reviewer_of_another_organisation_never_reads_it(cast):
    put(cast, bank_items())
    operator = cast.actor("rodrigo")
    people.grant(person=cast.ines.id, role=Role.REVIEWER, organisation=cast.b.id, by=operator, now=NOW)
    with pytest.raises(NotAllowed):
        read(cast, by="ines")
    assert api.read_bank(organisation=cast.b.id, key="safety", by=cast.actor("ines")) == ()


def test_no_repr_of_a_view_holds_a_key(cast):
    put(cast, bank_items(secret=CANARY))
    told = repr(read(cast))
    assert CANARY not in told
    assert "correct" not in told
