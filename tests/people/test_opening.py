"""The one-time address of a new hub: it cannot be guessed, used twice, used late, or used once somebody operates."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tequio.kit.errors import NotFound, Refused
from tequio.people import api as people
from tequio.people.models import Opening
from tequio.people.opening import api as opening
from tests.cast import NOW, SECRET, organisation

pytestmark = pytest.mark.django_db
LATE = NOW + opening.GOOD_FOR + timedelta(seconds=1)


def operated():
    place = organisation("unam", "UNAM")
    people.first_operator(organisation=place.id, name="Ana", secret=SECRET, now=NOW)


def test_the_first_to_take_it_holds_it_and_nobody_takes_it_again():
    token = opening.invite(now=NOW)
    opening.answer(opening.take(token, now=NOW), now=NOW, name="UNAM")
    with pytest.raises(NotFound):
        opening.take(token, now=NOW)


def test_what_was_answered_is_kept():
    holder = opening.take(opening.invite(now=NOW), now=NOW)
    opening.answer(holder, now=NOW, name="UNAM")
    opening.answer(holder, now=NOW, key="unam")
    assert opening.answers(holder, now=NOW) == {"name": "UNAM", "key": "unam"}


@pytest.mark.parametrize("guess", ["", "0" * 43, "%", "'; --"])
def test_a_guess_opens_nothing(guess):
    opening.invite(now=NOW)
    with pytest.raises(NotFound):
        opening.take(guess, now=NOW)
    with pytest.raises(NotFound):  # no cookie is no holder, although the row's holder is empty too
        opening.answers(guess, now=NOW)


def test_neither_token_nor_holder_lies_in_the_database():
    token = opening.invite(now=NOW)
    holder = opening.take(token, now=NOW)
    kept = str(Opening.objects.values().get())
    assert token not in kept
    assert holder not in kept


def test_the_token_is_no_holder_and_the_holder_no_token():
    token = opening.invite(now=NOW)
    holder = opening.take(token, now=NOW)
    with pytest.raises(NotFound):
        opening.answers(token, now=NOW)
    with pytest.raises(NotFound):
        opening.take(holder, now=NOW)


def test_after_a_day_it_is_too_late_for_token_and_holder():
    token = opening.invite(now=NOW)
    assert opening.stands(token, now=NOW)
    assert not opening.stands(token, now=LATE)
    holder = opening.take(token, now=NOW)
    for late in (opening.answers, opening.spend):
        with pytest.raises(NotFound):
            late(holder, now=LATE)


def test_a_fresh_address_kills_the_one_before_and_its_holder():
    old = opening.invite(now=NOW)
    holder = opening.take(old, now=NOW)
    opening.invite(now=NOW)
    with pytest.raises(NotFound):
        opening.answers(holder, now=NOW)
    assert not opening.stands(old, now=NOW)


def test_it_dies_when_the_hub_has_an_operator():
    token = opening.invite(now=NOW)
    holder = opening.take(token, now=NOW)
    operated()
    for act in (opening.answers, opening.spend):
        with pytest.raises(NotFound):
            act(holder, now=NOW)
    with pytest.raises(Refused):
        opening.invite(now=NOW)


def test_it_is_spent_once():
    holder = opening.take(opening.invite(now=NOW), now=NOW)
    opening.spend(holder, now=NOW)
    with pytest.raises(NotFound):
        opening.spend(holder, now=NOW)


def test_what_is_spent_in_vain_can_be_spent_again():
    holder = opening.take(opening.invite(now=NOW), now=NOW)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        opening.spend(holder, now=NOW)
        raise ZeroDivisionError
    opening.spend(holder, now=NOW)


@pytest.mark.parametrize("wrong", [{"taken_at": NOW}, {"holder_hash": "x"}])
def test_no_row_is_taken_without_a_holder(wrong):
    opening.invite(now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opening.objects.update(**wrong)


def test_no_token_stands_twice():
    opening.invite(now=NOW)
    row = Opening.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_it_waits_from_the_invitation_until_a_day_has_passed_or_somebody_operates():
    assert not opening.waits(now=NOW)
    opening.take(opening.invite(now=NOW), now=NOW)
    assert opening.waits(now=NOW)
    assert not opening.waits(now=LATE)
    operated()
    assert not opening.waits(now=NOW)
