"""Bitstring Status List: bits, their text, and the limits of what is unpacked."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio_standards.vc import CredentialError
from tequio_standards.vc.multibase import multibase64url
from tequio_standards.vc.status import SHARD_BITS, Bits, build_status_list, decode, encode, status_entry
from tests.standards.vc import outside

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@given(st.sets(st.integers(0, SHARD_BITS - 1), max_size=20))
def test_raised_bits_come_back_and_no_others(raised):
    bits = decode(encode(Bits.of(raised)))
    assert len(bits) == SHARD_BITS
    assert all(bits[index] for index in raised)
    assert sum(byte.bit_count() for byte in bits.to_bytes()) == len(raised)


def test_the_first_bit_is_the_leftmost():
    assert Bits.of([0]).to_bytes()[0] == 0b1000_0000
    assert Bits.of([7]).to_bytes()[0] == 0b0000_0001


def test_a_bit_can_be_lowered_again():
    bits = Bits.of([5])
    bits.set(5, raised=False)
    assert not bits[5]


@pytest.mark.parametrize("index", [-1, SHARD_BITS])
def test_a_place_outside_is_an_error_not_a_no(index):
    with pytest.raises(CredentialError) as refused:
        Bits.empty()[index]
    assert refused.value.code == "status_out_of_range"


def test_the_same_bits_give_the_same_text():
    assert encode(Bits.of([3])) == encode(Bits.of([3]))


@pytest.mark.parametrize(
    "text", ["u", "uAAAA", "u!!", multibase64url(gzip.compress(b"x" * 100, mtime=0)[:-4])]
)
def test_what_is_no_list_is_refused(text):
    with pytest.raises(CredentialError):
        decode(text)


def test_a_list_that_explodes_is_refused():
    with pytest.raises(CredentialError):
        decode(multibase64url(gzip.compress(bytes(50_000_000), 1)))


def test_the_entry_points_at_the_list():
    assert status_entry(url="https://h.example/1", index=7) == {
        "id": "https://h.example/1#7",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "7",
        "statusListCredential": "https://h.example/1",
    }


def test_the_list_says_how_long_it_counts():
    document = build_status_list(
        url="https://h.example/1",
        issuer="did:web:h.example",
        bits=Bits.of([1]),
        valid_from=NOW,
        valid_until=NOW,
    )
    assert document["validUntil"] == "2026-11-23T12:00:00Z"
    assert decode(document["credentialSubject"]["encodedList"])[1]


@pytest.mark.outside
def test_the_published_list_of_1edtech_is_read():
    document = outside.load("1edtech", "ob30", "bit-string-list", "testlist")
    bits = decode(document["credentialSubject"]["encodedList"])
    assert len(bits) == SHARD_BITS
    assert bits[23]
