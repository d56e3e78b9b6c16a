"""Any change to what was kept is found, and where."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db.models import F

from tequio.kit import ids
from tequio.records.api import verify_chain
from tequio.records.models import Origin, Statement
from tests.records.sayings import OTHER_STORE, STORE, keep

pytestmark = pytest.mark.django_db
BYTES = ("body", "salt", "commitment", "chain")


@pytest.fixture
def rows():
    for number in range(4):
        keep(number)
    return list(Statement.objects.order_by("seq"))


def breaks() -> list[int]:
    return [found.seq for found in verify_chain().broken]


def test_a_ledger_left_alone_is_whole(rows):
    report = verify_chain()
    assert (report.ok, report.statements, report.broken) == (True, 4, ())


def test_an_empty_ledger_is_whole():
    assert verify_chain().ok


@pytest.mark.slow
@pytest.mark.parametrize("column", BYTES)
def test_any_byte_flipped_is_found_at_its_row(rows, column: str):
    row = rows[1]
    for flipped in flips(bytes(getattr(row, column))):
        Statement.objects.filter(pk=row.pk).update(**{column: flipped})
        assert breaks()[0] == 2
    Statement.objects.filter(pk=row.pk).update(**{column: getattr(row, column)})
    assert breaks() == []


def flips(data: bytes) -> Iterator[bytes]:
    for place in range(len(data)):
        yield data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.mark.parametrize("number", [0, 3])
def test_the_first_and_the_last_row_are_guarded_too(rows, number: int):
    Statement.objects.filter(pk=rows[number].pk).update(chain=bytes(32))
    assert breaks()[0] == number + 1


@pytest.mark.parametrize("field", ["uuid", "store"])
def test_a_changed_id_or_store_is_found(rows, field: str):
    Statement.objects.filter(pk=rows[1].pk).update(**{field: ids.new_uuid()})
    assert set(breaks()) == {2}


def test_a_changed_time_is_found_to_the_microsecond(rows):
    Statement.objects.filter(pk=rows[1].pk).update(received_at=F("received_at") + timedelta(microseconds=1))
    assert breaks() == [2]


def test_a_deleted_row_is_found(rows):
    Statement.objects.filter(pk=rows[1].pk).delete()
    first = verify_chain().broken[0]
    assert (first.seq, first.reason) == (2, "statements 2 to 2 are missing")


def test_a_deleted_end_is_found(rows):
    Statement.objects.filter(pk=rows[3].pk).delete()
    assert "should hold 4" in verify_chain().broken[0].reason


def test_a_row_added_past_the_head_is_found(rows):
    last = rows[3]
    last.pk, last.seq, last.uuid = None, 5, ids.new_uuid()
    last.save(force_insert=True)
    assert 5 in breaks()


def test_two_swapped_rows_are_found(rows):
    renumber(rows[1], 99)
    renumber(rows[2], 2)
    renumber(rows[1], 3)
    assert breaks()[0] == 2


def test_two_swapped_bodies_are_found(rows):
    for row, other in ((rows[1], rows[2]), (rows[2], rows[1])):
        content = {name: getattr(other, name) for name in ("body", "salt", "commitment")}
        Statement.objects.filter(pk=row.pk).update(**content)
    assert set(breaks()) == {2, 3}


def test_a_gap_closed_by_renumbering_is_found(rows):
    Statement.objects.filter(pk=rows[1].pk).delete()
    renumber(rows[2], 2)
    renumber(rows[3], 3)
    Origin.objects.update(length=3)
    assert breaks() == [2, 3]


def renumber(row: Statement, seq: int) -> None:
    Statement.objects.filter(pk=row.pk).update(seq=seq)


@pytest.mark.parametrize(
    "change",
    [{"head": bytes(32)}, {"length": 3}, {"simulated": True}, {"key": "z6MkOther"}, {"store": OTHER_STORE}],
)
def test_a_changed_lane_is_found(rows, change: dict[str, object]):
    Origin.objects.update(**change)
    assert not verify_chain().ok


def test_only_the_named_store_is_walked(rows):
    keep(1, store=OTHER_STORE)
    Statement.objects.filter(store=STORE, seq=1).update(body=b"{}")
    assert verify_chain(store=OTHER_STORE).ok
    assert not verify_chain(store=STORE).ok


def test_one_changed_row_is_one_break(rows):
    Statement.objects.filter(pk=rows[0].pk).update(body=b"{}")
    assert breaks() == [1]


def test_the_same_words_have_another_commitment_in_each_store():
    keep(1)
    keep(1, store=OTHER_STORE)
    first, second = Statement.objects.order_by("pk")
    assert bytes(first.body) == bytes(second.body)
    assert bytes(first.commitment) != bytes(second.commitment)
