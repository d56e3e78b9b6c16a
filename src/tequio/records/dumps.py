"""Derived tables as ordered text: what two databases that fold the same ledger must agree on, byte for byte.

Row numbers of one database say nothing in another, so they are left out; a key into the ledger is written as
the place of the statement (origin and seq).
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import AutoField, BigAutoField, ForeignKey

from tequio.records.models import Statement
from tequio.records.tables import UnclearTables, derived_models

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.db.models import Field, Model

_CHUNK = 1000


def dump_derived() -> Mapping[str, str]:
    """The whole of each derived table as ordered text, by the table's label."""
    return {model._meta.label: "".join(sorted(lines_of(model))) for model in derived_models()}


def lines_of(model: type[Model]) -> Iterator[str]:
    """One line a row, in no particular order."""
    columns = {field.name: _path(field) for field in model._meta.concrete_fields if not _is_local(field)}
    wanted = [part for parts in columns.values() for part in parts]
    for row in model._default_manager.order_by().values(*wanted).iterator(_CHUNK):
        said = {name: [row[part] for part in parts] for name, parts in columns.items()}
        yield json.dumps(said, sort_keys=True, ensure_ascii=False, default=_plain) + "\n"


def _path(field: Field[object, object]) -> tuple[str, ...]:
    if not isinstance(field, ForeignKey):
        return (field.name,)
    if field.related_model is not Statement:
        raise UnclearTables(f"{field} is a key to a row; derived tables know people and things by value.")
    return (f"{field.name}__origin__key", f"{field.name}__seq")


def _is_local(field: Field[object, object]) -> bool:
    return isinstance(field, AutoField | BigAutoField)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    raise UnclearTables(
        f"A derived table holds a {type(value).__name__}, which has no one way to be written."
    )
