"""Appending to the ledger: in the caller's transaction, once per id, with its link in the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from tequio.kit import ids
from tequio.kit.errors import Refused
from tequio.records import chain, folds
from tequio.records.lanes import lock_lane
from tequio.records.models import Statement
from tequio.records.values import KeptStatement, Recorded
from tequio_standards import xapi

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from tequio.records.models import Origin


class Conflict(Refused):
    """The ledger already holds another statement under this id (xAPI 2.3.1): answer 409."""

    code = "statement_conflict"


class OutsideTransaction(RuntimeError):
    """`record` was called with no transaction open: the act and its statement could part ways."""


def record(statement: xapi.Statement, *, store: UUID, now: datetime) -> Recorded:
    """Keep `statement` in `store`, in the caller's transaction, and fold it into every derived table.

    Call it as the last step of a command: it locks the store's lane until the transaction ends. Told again, the
    same statement is the same row; another body under its id is a `Conflict`.
    """
    _require_transaction()
    body = statement.to_bytes()
    said = xapi.parse(body)  # what cannot be read back must not be kept; folds see what a rebuild will see
    origin = lock_lane(store, now)
    kept = Statement.objects.select_related("origin").filter(store=store, uuid=statement.id).first()
    if kept is not None:
        return _told_again(kept, body)
    row = append(origin, uuid=statement.id, body=body, now=now)
    folds.fold(KeptStatement(said, store, origin.key, row.seq, now, num=row.pk, simulated=origin.simulated))
    return Recorded(row.uuid, origin.key, row.seq)


def append(origin: Origin, *, uuid: UUID, body: bytes, now: datetime) -> Statement:
    """Add one row to a locked lane: next seq, salt, commitment, link."""
    salt = ids.new_bytes(chain.SALT_BYTES)
    commitment = chain.commit(body, salt)
    place = chain.Place(origin.key, origin.length + 1, origin.store, uuid, now)
    origin.head = chain.link(bytes(origin.head), place, commitment)
    origin.length = place.seq
    origin.save(update_fields=["head", "length"])
    return Statement.objects.create(
        origin=origin,
        seq=place.seq,
        store=place.store,
        uuid=uuid,
        received_at=now,
        body=body,
        salt=salt,
        commitment=commitment,
        chain=origin.head,
    )


def _told_again(kept: Statement, body: bytes) -> Recorded:
    # Of an erased statement only the place is known. What was erased stays so: a late repeat changes nothing.
    if kept.body is not None and bytes(kept.body) != body:
        raise Conflict(f"Statement {kept.uuid} is already kept with other words.")
    return Recorded(kept.uuid, kept.origin.key, kept.seq)


def _require_transaction() -> None:
    # A test's own wrapping transaction is not the caller's; Django marks it for `durable=True` in the same way.
    blocks = transaction.get_connection().atomic_blocks
    if all(getattr(block, "_from_testcase", False) for block in blocks):
        raise OutsideTransaction("Call record() inside transaction.atomic(), with the change it tells of.")
