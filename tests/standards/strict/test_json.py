"""Strict JSON: what is refused, where, and how fast."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio_standards.strict import DuplicateKey, Malformed, StrictError, TooDeep, TooLarge, load_json

_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(_values)
def test_whatever_json_can_say_is_read_as_json_reads_it(value):
    data = json.dumps(value, ensure_ascii=False).encode("utf-8")
    assert load_json(data) == json.loads(data)


@given(st.binary(max_size=200))
def test_random_bytes_are_read_or_refused_and_nothing_else(data):
    try:
        load_json(data)
    except StrictError as refused:
        assert refused.message


@pytest.mark.parametrize(
    ("data", "pointer"),
    [
        (b'{"a": 1, "a": 1}', "/a"),
        (b'{"a": [0, {"b/c": 1, "b/c": 2}]}', "/a/1/b~1c"),
        (rb'{"name": 1, "n\u0061me": 2}', "/name"),
    ],
)
def test_a_repeated_key_is_refused_with_its_place(data, pointer):
    with pytest.raises(DuplicateKey) as refused:
        load_json(data)
    assert refused.value.pointer == pointer


def test_a_repeated_key_hidden_under_another_repeated_key_is_refused():
    with pytest.raises(DuplicateKey):
        load_json(b'{"a": {"b": 1, "b": 2}, "a": 3}')


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"NaN",
        b"[Infinity]",
        b"[-Infinity]",
        b"[1e999]",
        b"[" + b"9" * 5_000 + b"]",
        b"\xff",
        "[]".encode("utf-16"),
        b"\xef\xbb\xbf[]",
        rb'["\ud800"]',
        rb'{"\udc00": 1}',
        b'["\x01"]',
        b"[1,]",
        b"[] []",
        b"{'a': 1}",
        b"[01]",
        b"]",
    ],
)
def test_what_only_looks_like_json_is_refused(data):
    with pytest.raises(Malformed):
        load_json(data)


def test_a_pair_of_surrogate_escapes_is_one_character():
    assert load_json(rb'"\ud83d\ude00"') == "😀"


def test_brackets_inside_texts_do_not_count_as_depth():
    assert load_json(b'["[[[[[\\"[[[["]', max_depth=1) == ['[[[[["[[[[']


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"[" * 32 + b"]" * 32, None),
        (b"[" * 33 + b"]" * 33, TooDeep),
        (b'{"a":' * 33 + b"1" + b"}" * 33, TooDeep),
        (b"]" * 50 + b"[" * 50, Malformed),
    ],
)
def test_depth_is_limited_exactly(data, error):
    if error is None:
        load_json(data)
        return
    with pytest.raises(error):
        load_json(data)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b" " * 10_000_000, TooLarge),
        (b"[" * 256_000, TooDeep),
        (b'"\\' * 128_000, Malformed),
        (b'"' * 255_999, Malformed),
        (b"[" + b"1," * 127_000 + b"1", Malformed),
        (b"[]" * 128_000, Malformed),
        (b"{" + b"".join(b'"%x":0,' % num for num in range(28_000)) + b'"z":0,"z":0}', DuplicateKey),
    ],
)
def test_hostile_files_are_refused_in_half_a_second(data, error):
    begun = time.process_time()
    with pytest.raises(error):
        load_json(data)
    assert time.process_time() - begun < 0.5
