"""Numbers as people type them, by language."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio_standards.qti.number_entry import read_number, say_number

READ = [
    ("1,5", "es", "1.5"),
    ("1.5", "es", "1.5"),
    ("1,500", "es", "1500"),
    ("1,500", "en", "1500"),
    ("1,500", "es-ES", "1,5"),
    ("1.500", "es", "1.5"),
    ("1.500", "es-AR", "1500"),
    ("0,500", "es", "0.5"),
    ("1 500", "es", "1500"),
    ("1 500,25", "fr", "1500,25"),
    ("1,234.5", "es", "1234.5"),
    ("1.234,5", "es", "1234.5"),
    ("1,234,567", "en", "1234567"),
    ("2'000", "en", "2000"),
    (" -3 ", "en", "-3"),
    ("−3", "en", "-3"),
    ("+7", "en", "7"),
    (".5", "en", "0.5"),
    ("１２", "en", "12"),
    ("٣", "en", "3"),
]


@pytest.mark.parametrize(("typed", "language", "said"), READ)
def test_it_is_read_and_said_back(typed: str, language: str, said: str):
    assert read_number(typed, language).said == said


@pytest.mark.parametrize(
    "typed", ["", "abc", "1,2,3", "5.", "1.,5", "1e5", "--1", "1/2", "12 34", "NaN", "∞", "9" * 41]
)
def test_what_is_no_number_is_unreadable(typed: str):
    assert read_number(typed, "es").value is None


def test_a_reading_that_might_surprise_says_so():
    assert read_number("1,5", "es").ambiguous
    assert not read_number("1.5", "es").ambiguous
    assert not read_number("x", "es").ambiguous


@given(st.text(max_size=60), st.sampled_from(["es", "es-ES", "en"]))
def test_any_text_is_read_or_not(typed: str, language: str):
    read_number(typed, language)


@given(st.decimals(-999999, 999999, places=4), st.sampled_from(["es", "es-ES", "en", "pt-BR"]))
def test_what_is_said_is_not_read_as_another_number(value, language: str):
    said = say_number(Fraction(value), language)
    grouped = len(said.lstrip("-").partition("," if "," in said else ".")[2]) == 3
    assert grouped or read_number(said, language).value == Fraction(value)
