"""RFC 8785: the published numbers and texts, and properties of what we write."""

from __future__ import annotations

import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio_standards.strict import Malformed, jcs

# RFC 8785 Appendix B: the bits of a double, and how it is written.
NUMBERS = {
    "0000000000000000": "0",
    "8000000000000000": "0",
    "0000000000000001": "5e-324",
    "8000000000000001": "-5e-324",
    "7fefffffffffffff": "1.7976931348623157e+308",
    "ffefffffffffffff": "-1.7976931348623157e+308",
    "4340000000000000": "9007199254740992",
    "c340000000000000": "-9007199254740992",
    "4430000000000000": "295147905179352830000",
    "44b52d02c7e14af5": "9.999999999999997e+22",
    "44b52d02c7e14af6": "1e+23",
    "44b52d02c7e14af7": "1.0000000000000001e+23",
    "444b1ae4d6e2ef4e": "999999999999999700000",
    "444b1ae4d6e2ef4f": "999999999999999900000",
    "444b1ae4d6e2ef50": "1e+21",
    "3eb0c6f7a0b5ed8c": "9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d": "0.000001",
    "41b3de4355555553": "333333333.3333332",
    "41b3de4355555554": "333333333.33333325",
    "41b3de4355555555": "333333333.3333333",
    "41b3de4355555556": "333333333.3333334",
    "41b3de4355555557": "333333333.33333343",
    "becbf647612f3696": "-0.0000033333333333333333",
    "43143ff3c1cb0959": "1424953923781206.2",
}


@pytest.mark.parametrize(("bits", "text"), NUMBERS.items())
def test_published_numbers_are_written_as_published(bits, text):
    (number,) = struct.unpack(">d", bytes.fromhex(bits))
    assert jcs(number).decode() == text


def test_the_published_object_is_sorted_by_utf16():
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    written = jcs(dict.fromkeys(keys, 0))
    assert list(json.loads(written)) == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def test_texts_are_escaped_as_little_as_possible():
    assert jcs('\x0f\n"\\/\u2028€') == '"\\u000f\\n\\"\\\\/\u2028€"'.encode()


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_double_comes_back(number):
    assert float(jcs(number)) == number


@given(
    st.dictionaries(st.text(), st.text() | st.integers(-(2**53) + 1, 2**53 - 1) | st.none() | st.booleans())
)
def test_every_object_comes_back_and_is_stable(value):
    written = jcs(value)
    assert json.loads(written) == value
    assert jcs(json.loads(written)) == written


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), 2**53, -(2**53), "\ud800", {1: 2}, b"x", {"a": {1}}]
)
def test_what_json_cannot_carry_is_refused(value):
    with pytest.raises(Malformed):
        jcs(value)
