"""Statements for the tests of the ledger: who says what, when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from tequio_standards import xapi

if TYPE_CHECKING:
    from tequio.records.api import Recorded

HUB = "https://hub.example"
STORE = UUID("0b3a7c5e-0000-4000-8000-000000000001")
OTHER_STORE = UUID("0b3a7c5e-0000-4000-8000-000000000002")
ENROLMENT = UUID("0b3a7c5e-0000-4000-8000-0000000000e1")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def said(number: int, **changes: Any) -> xapi.Statement:
    """The `number`-th statement of the tests: always the same one."""
    fields: dict[str, Any] = {
        "id": uuid5(STORE, str(number)),
        "actor": xapi.Account(HUB, "Citlali"),
        "verb": xapi.verbs.ANSWERED,
        "object": xapi.Activity(f"{HUB}/courses/c/items/{number}"),
        "result": xapi.Result(response="b"),
        "context": xapi.Context(registration=ENROLMENT, language="es"),
        "timestamp": NOON + timedelta(seconds=number),
    }
    return xapi.Statement(**(fields | changes))


def keep(number: int, *, store: UUID = STORE, **changes: Any) -> Recorded:
    """Record the `number`-th statement in a transaction of its own."""
    from django.db import transaction

    from tequio.records.api import record

    with transaction.atomic():
        return record(said(number, **changes), store=store, now=NOON + timedelta(seconds=number))
