"""Reading a status: values of several bits, and a name of the standard for each thing that can go wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tequio_standards.vc import CredentialError
from tequio_standards.vc.status import (
    SHARD_BITS,
    Bits,
    build_status_list,
    encode,
    message_entry,
    status_entry,
)
from tequio_standards.vc.status_reading import StatusError, entry_of, list_of, read_status

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
URL = "https://h.example/1"
MESSAGES = ["pending", "accepted", "rejected", "withdrawn"]


def listed(bits: Bits | None = None, **more):
    options = {"purpose": "revocation", "valid_from": NOW} | more
    return build_status_list(url=URL, issuer="did:web:h.example", bits=bits or Bits.empty(), **options)


def fault(act) -> str:
    with pytest.raises(StatusError) as error:
        act()
    assert error.value.type == f"https://www.w3.org/ns/credentials/status-list#{error.value.fault}"
    return str(error.value.fault)


def test_an_entry_of_two_bits_says_one_of_four_things():
    bits = Bits.empty(SHARD_BITS * 2)
    bits.put(7, 2, size=2)
    found = list_of(listed(bits, purpose="message"))
    said = [
        read_status(entry_of(message_entry(url=URL, index=num, messages=MESSAGES)), found)
        for num in (6, 7, 8)
    ]
    assert [(each.value, each.message, each.valid) for each in said] == [
        (0, "pending", True),
        (2, "rejected", False),
        (0, "pending", True),
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8])
def test_values_of_any_size_stay_apart(size):
    bits = Bits.empty(4_096)
    top = 2**size - 1
    for index in range(0, 100, 2):
        bits.put(index, index % (top + 1), size)
    assert [bits.value(index, size) for index in range(100)] == [
        0 if index % 2 else index % (top + 1) for index in range(100)
    ]
    with pytest.raises(CredentialError):
        bits.put(0, top + 1, size)


def test_one_list_serves_several_purposes():
    found = list_of(listed(Bits.of([5]), purpose=("revocation", "suspension"), ttl_ms=60_000))
    for purpose in ("revocation", "suspension"):
        assert not read_status(entry_of(status_entry(url=URL, index=5, purpose=purpose)), found).valid
    assert found.ttl == timedelta(minutes=1)


def test_a_list_of_another_purpose_cannot_be_verified():
    entry = entry_of(status_entry(url=URL, index=5, purpose="suspension"))
    assert fault(lambda: read_status(entry, list_of(listed()))) == "STATUS_VERIFICATION_ERROR"


def test_a_short_list_is_refused_since_it_hides_nobody():
    entry = entry_of(status_entry(url=URL, index=5))
    assert fault(lambda: read_status(entry, list_of(listed(Bits.empty(1_024))))) == "STATUS_LIST_LENGTH_ERROR"
    wide = entry_of(message_entry(url=URL, index=5, messages=MESSAGES))
    found = list_of(listed(purpose="message"))
    assert fault(lambda: read_status(wide, found)) == "STATUS_LIST_LENGTH_ERROR"


def test_a_place_beyond_the_list_is_a_range_error():
    entry = entry_of(status_entry(url=URL, index=SHARD_BITS))
    assert fault(lambda: read_status(entry, list_of(listed()))) == "RANGE_ERROR"


GOOD = status_entry(url=URL, index=5)
FOUR = message_entry(url=URL, index=5, messages=MESSAGES)


@pytest.mark.parametrize(
    "node",
    [
        None,
        {**GOOD, "type": "StatusList2021Entry"},
        {**GOOD, "statusListIndex": "-1"},
        {**GOOD, "statusListIndex": "1.5"},
        {**GOOD, "statusListIndex": True},
        {**GOOD, "statusListIndex": "٣"},
        {**GOOD, "statusListIndex": "9" * 13},
        {**GOOD, "statusListCredential": 7},
        {**GOOD, "statusPurpose": ""},
        {**GOOD, "id": URL},
        {**GOOD, "statusSize": 0},
        {**GOOD, "statusSize": 9},
        {**GOOD, "statusSize": 2},
        {**FOUR, "statusMessage": FOUR["statusMessage"][:3]},
        {**FOUR, "statusMessage": [*FOUR["statusMessage"][:3], FOUR["statusMessage"][0]]},
        {**FOUR, "statusMessage": [{"status": 1}]},
        {**FOUR, "statusMessage": [{"status": "0xzz"}]},
    ],
)
def test_an_entry_that_cannot_be_read_is_malformed(node):
    assert fault(lambda: entry_of(node)) == "MALFORMED_VALUE_ERROR"


@pytest.mark.parametrize(
    "change", [{"type": ["VerifiableCredential"]}, {"credentialSubject": []}, {"credentialSubject": {}}]
)
def test_what_is_no_list_cannot_be_verified(change):
    assert fault(lambda: list_of({**listed(), **change})) == "STATUS_VERIFICATION_ERROR"


def test_an_index_as_a_number_is_tolerated():
    assert entry_of({**GOOD, "statusListIndex": 5}).index == 5


@pytest.mark.parametrize("count", [0, 1, 3, 5])
def test_messages_come_in_powers_of_two(count):
    with pytest.raises(ValueError, match="power of two"):
        message_entry(url=URL, index=0, messages=["x"] * count)


def test_all_shards_of_ten_million_at_one_in_a_thousand_take_some_kilobytes():
    shard = encode(Bits.of(range(0, SHARD_BITS, 1_000)))
    assert len(shard) * 77 < 100_000
