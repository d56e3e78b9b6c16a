"""Codes survive being read aloud and typed badly; a mistake is noticed before it costs a try."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.people import codes


def test_a_code_reads_back_as_itself():
    code = codes.new_code()
    assert codes.read(code) == codes.read(codes.grouped(code)) == codes.read(f" {code.lower()} ") == code


def test_codes_use_no_letter_that_sounds_or_looks_like_another():
    assert set(codes.ALPHABET).isdisjoint("ILOUV")


def test_look_alikes_and_sound_alikes_are_forgiven():
    code = next(c for c in iter(codes.new_code, "") if {"0", "1", "B"} <= set(c))
    assert codes.read(code.replace("0", "o").replace("1", "l").replace("B", "v")) == code


@given(place=st.integers(0, 7), other=st.sampled_from(codes.ALPHABET))
def test_any_single_wrong_character_is_noticed(place, other):
    code = codes.new_code()
    wrong = code[:place] + other + code[place + 1 :]
    assert codes.read(wrong) == ("" if wrong != code else code)


@given(first=st.integers(0, 7), second=st.integers(0, 7))
def test_any_swap_of_two_characters_is_noticed(first, second):
    code = codes.new_code()
    swapped = list(code)
    swapped[first], swapped[second] = swapped[second], swapped[first]
    wrong = "".join(swapped)
    assert codes.read(wrong) == ("" if wrong != code else code)


@pytest.mark.parametrize("text", ["", "7K3M", "7K3M-9QXT-AAAA", "ñandú", "\x00" * 8, "7" * 10_000])
def test_what_is_no_code_is_refused(text):
    assert codes.read(text) == ""
