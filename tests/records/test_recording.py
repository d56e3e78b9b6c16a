"""Keeping statements: in the caller's transaction, once per id, gapless."""

import pytest
from django.db import transaction

from tequio.records import folds
from tequio.records.api import Conflict, record, statements
from tequio.records.ledger import OutsideTransaction
from tequio_standards import xapi
from tests.records.sayings import HUB, NOON, OTHER_STORE, STORE, keep, said

pytestmark = pytest.mark.django_db


def test_a_recorded_statement_is_read_back_as_it_was_said():
    keep(1)
    (kept,) = statements(store=STORE)
    assert kept.statement == said(1)


def test_places_of_an_origin_are_counted_without_a_gap():
    assert [keep(number).seq for number in range(5)] == [1, 2, 3, 4, 5]


def test_saying_it_again_keeps_the_same_row():
    assert keep(1) == keep(1)
    assert len(list(statements())) == 1


def test_other_words_under_the_same_id_are_a_conflict():
    keep(1)
    with pytest.raises(Conflict):
        keep(1, verb="https://example.org/other")


def test_the_same_id_may_live_in_two_stores():
    keep(1)
    assert keep(1, store=OTHER_STORE).seq == 1


def test_each_store_has_a_lane_of_its_own():
    assert keep(1).origin != keep(2, store=OTHER_STORE).origin


def test_an_origin_is_named_by_an_ed25519_multikey():
    assert keep(1).origin.startswith("z6Mk")


def test_recording_outside_a_transaction_is_refused():
    with pytest.raises(OutsideTransaction):
        record(said(1), store=STORE, now=NOON)


def test_a_rolled_back_act_leaves_no_gap():
    keep(1)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(said(2), store=STORE, now=NOON)
        raise ZeroDivisionError
    assert keep(3).seq == 2


def test_a_statement_that_could_not_be_read_back_is_not_kept():
    with pytest.raises(xapi.InvalidStatement):
        keep(1, verb="no iri")
    assert list(statements()) == []


def test_a_fold_sees_what_a_rebuild_will_see(monkeypatch):
    seen = []
    monkeypatch.setattr(folds, "fold", seen.append)
    keep(1, result=xapi.Result(score=xapi.Score(scaled=1.0), extensions={f"{HUB}/x": (1, 2)}))
    (kept,) = statements()
    assert seen == [kept]
