"""Signing in: where a PIN works, what the card's secret does, and how wrong tries wait."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tequio.kit.errors import Refused
from tequio.people import api as people
from tequio.people import codes
from tequio.people.errors import WrongSecret
from tests.cast import NOW, PIN, SECRET

pytestmark = pytest.mark.django_db
WRONG = "9911"


def sign_in(person, secret, *, token=None, address="", now=NOW):
    return people.sign_in_person(
        code=person.code, secret=secret, device_token=token, address=address, now=now
    ).id


def try_wrong(person, times, **where):
    for _ in range(times):
        with pytest.raises(Refused):
            sign_in(person, WRONG, **where)


@pytest.fixture
def phone(cast):
    """Rosa's phone."""
    return people.enrol_device(person=cast.rosa.id, now=NOW)


def test_a_pin_works_on_an_enrolled_device(cast, phone):
    assert sign_in(cast.rosa, PIN, token=phone) == cast.rosa.id


@pytest.mark.parametrize("token", [None, "", "made-up"])
def test_a_pin_works_nowhere_else(cast, token):
    with pytest.raises(Refused) as refusal:
        sign_in(cast.rosa, PIN, token=token)
    assert refusal.value.code == "pin_needs_device"


def test_a_pin_does_not_work_on_the_phone_of_another(cast):
    toms = people.enrol_device(person=cast.tomas.id, now=NOW)
    with pytest.raises(Refused):
        sign_in(cast.rosa, PIN, token=toms)


def test_the_answer_is_the_same_for_a_code_that_nobody_has(cast):
    stranger = codes.grouped(codes.new_code())
    answers = set()
    for code, secret in [(stranger, SECRET), (cast.tomas.code, "otra-cosa-larga")]:
        with pytest.raises(Refused) as refusal:
            people.sign_in_person(code=code, secret=secret, device_token=None, now=NOW)
        answers.add((refusal.value.code, str(refusal.value)))
    assert len(answers) == 1


def test_a_password_works_anywhere_and_however_the_code_is_typed(cast):
    cast_code = cast.tomas.code.lower().replace("-", " ")
    found = people.sign_in_person(code=cast_code, secret=SECRET, device_token=None, now=NOW)
    assert found.id == cast.tomas.id


def test_a_mistyped_code_costs_no_try(cast):
    wrong = cast.tomas.code[:-1] + ("2" if cast.tomas.code[-1] != "2" else "3")
    for _ in range(20):
        with pytest.raises(people.FieldsRefused):
            people.sign_in_person(code=wrong, secret=SECRET, device_token=None, now=NOW)
    assert sign_in(cast.tomas, SECRET) == cast.tomas.id


def test_the_printed_secret_works_anywhere_and_only_the_last_one(cast):
    rosa = people.actor(cast.rosa.id)
    first, second = (people.print_card(person=cast.rosa.id, by=rosa).secret for _ in range(2))
    assert sign_in(cast.rosa, second) == sign_in(cast.rosa, second.lower().replace("-", "")) == cast.rosa.id
    with pytest.raises(Refused):
        sign_in(cast.rosa, first)


def test_the_sixth_try_waits_even_with_the_right_secret(cast, phone):
    try_wrong(cast.rosa, 5, token=phone)
    with pytest.raises(people.MustWait) as wait:
        sign_in(cast.rosa, PIN, token=phone)
    assert 0 < wait.value.seconds <= 60
    assert sign_in(cast.rosa, PIN, token=phone, now=NOW + timedelta(seconds=61)) == cast.rosa.id


def test_waits_grow(cast, phone):
    try_wrong(cast.rosa, 5, token=phone)
    later = NOW + timedelta(minutes=2)
    try_wrong(cast.rosa, 1, token=phone, now=later)
    with pytest.raises(people.MustWait) as wait:
        sign_in(cast.rosa, PIN, token=phone, now=later)
    assert wait.value.seconds > 60


def test_tries_made_while_waiting_do_not_lengthen_the_wait(cast, phone):
    try_wrong(cast.rosa, 30, token=phone)
    assert sign_in(cast.rosa, PIN, token=phone, now=NOW + timedelta(seconds=61)) == cast.rosa.id


def test_the_right_secret_starts_the_count_anew(cast, phone):
    for _ in range(4):
        try_wrong(cast.rosa, 4, token=phone)
        sign_in(cast.rosa, PIN, token=phone)


def test_a_strangers_guesses_elsewhere_never_keep_the_owner_of_a_phone_waiting(cast, phone):
    try_wrong(cast.rosa, 50, address="203.0.113.66")
    assert sign_in(cast.rosa, PIN, token=phone, address="198.51.100.7") == cast.rosa.id


def test_wrong_pins_do_not_block_the_card(cast, phone):
    secret = people.print_card(person=cast.rosa.id, by=people.actor(cast.rosa.id)).secret
    try_wrong(cast.rosa, 5, token=phone)
    assert sign_in(cast.rosa, secret, token=phone) == cast.rosa.id


def test_codes_that_nobody_has_wait_like_others(cast):
    code = codes.grouped(codes.new_code())
    for expected in ["wrong_secret"] * 5 + ["must_wait"]:
        with pytest.raises(Refused) as refusal:
            people.sign_in_person(code=code, secret="una-clave-larga", device_token=None, now=NOW)
        assert refusal.value.code == expected


def test_one_address_cannot_try_many_codes(cast):
    outcomes = []
    for _ in range(70):
        with pytest.raises(Refused) as refusal:
            people.sign_in_person(
                code=codes.new_code(), secret=SECRET, device_token=None, now=NOW, address="203.0.113.66"
            )
        outcomes.append(refusal.value.code)
    assert outcomes == ["wrong_secret"] * 60 + ["must_wait"] * 10


def test_one_device_cannot_try_many_codes(cast, phone):
    outcomes = []
    for _ in range(22):
        with pytest.raises(Refused) as refusal:
            people.sign_in_person(code=codes.new_code(), secret=SECRET, device_token=phone, now=NOW)
        outcomes.append(refusal.value.code)
    assert outcomes[-2:] == ["must_wait"] * 2


def test_ones_own_sign_ins_do_not_pay_for_guesses(cast):
    for _ in range(3):
        for _ in range(30):
            with pytest.raises(Refused):
                people.sign_in_person(
                    code=codes.new_code(), secret=SECRET, device_token=None, now=NOW, address="203.0.113.66"
                )
            if _ % 10 == 0:
                try:
                    sign_in(cast.tomas, SECRET, address="203.0.113.66")
                except people.MustWait:
                    return
    pytest.fail("an attacker with an account of their own could guess for ever")


def test_choosing_another_secret_needs_the_one_in_use(cast):
    tomas = people.actor(cast.tomas.id)
    change = {"person": cast.tomas.id, "by": tomas, "now": NOW}
    with pytest.raises(people.FieldsRefused) as refusal:
        people.choose_secret(current="no-es-mi-clave", secret="otra-clave-larga", **change)
    assert set(refusal.value.fields) == {"current"}
    people.choose_secret(current=SECRET, secret="otra-clave-larga", **change)
    assert sign_in(cast.tomas, "otra-clave-larga") == cast.tomas.id


def test_guessing_the_secret_in_use_waits_too(cast):
    change = {"person": cast.tomas.id, "by": people.actor(cast.tomas.id), "now": NOW}
    for _ in range(5):
        with pytest.raises(people.FieldsRefused):
            people.choose_secret(current="no-es-mi-clave", secret="otra-clave-larga", **change)
    with pytest.raises(people.MustWait):
        people.choose_secret(current=SECRET, secret="otra-clave-larga", **change)


def test_a_strangers_guesses_never_keep_a_password_waiting_on_a_device_that_knows_its_owner(cast):
    phone = people.enrol_device(person=cast.tomas.id, now=NOW)
    for _ in range(6):
        with pytest.raises(Refused):
            people.sign_in_person(code=cast.tomas.code, secret="x" * 12, device_token=None, now=NOW)
    mine = people.sign_in_person(code=cast.tomas.code, secret=SECRET, device_token=phone, now=NOW)
    assert mine.id == cast.tomas.id
    with pytest.raises(people.MustWait):
        people.sign_in_person(code=cast.tomas.code, secret=SECRET, device_token=None, now=NOW)


def test_passwords_are_not_guessed_on_such_a_device_either(cast):
    phone = people.enrol_device(person=cast.tomas.id, now=NOW)
    for _ in range(5):
        with pytest.raises(WrongSecret):
            people.sign_in_person(code=cast.tomas.code, secret="x" * 12, device_token=phone, now=NOW)
    with pytest.raises(people.MustWait):
        people.sign_in_person(code=cast.tomas.code, secret=SECRET, device_token=phone, now=NOW)
