"""Waits grow, stay bounded and are forgotten. No database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tequio.people import waits
from tests.cast import NOW

ALL = (waits.PIN, waits.CODE, waits.DEVICE, waits.ADDRESS, waits.JOINING)


@pytest.mark.parametrize("patience", ALL)
def test_the_first_tries_are_free(patience):
    assert all(patience.wait_until(tries, NOW) is None for tries in range(patience.free))


@pytest.mark.parametrize("patience", ALL)
def test_waits_never_shrink_and_never_pass_the_longest(patience):
    until = [patience.wait_until(tries, NOW) for tries in range(patience.free, 200)]
    assert until == sorted(until)
    assert until[-1] == NOW + patience.longest


def test_five_wrong_pins_make_the_sixth_wait_a_minute():
    assert waits.PIN.wait_until(5, NOW) == NOW + timedelta(minutes=1)


def test_guessing_a_four_digit_pin_takes_years():
    at, tries = NOW, 0
    while at < NOW + timedelta(days=365):
        tries += 1
        at = waits.PIN.wait_until(tries, at) or at
    assert tries < 1_000  # of 10,000


@pytest.mark.parametrize("patience", ALL)
def test_quiet_makes_forget(patience):
    assert patience.forgets(NOW, NOW + patience.quiet)
    assert not patience.forgets(NOW, NOW + patience.quiet - timedelta(seconds=1))
