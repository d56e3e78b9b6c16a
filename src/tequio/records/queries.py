"""Reading the ledger: statements in the order they were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db.models import Model

from tequio.kit.errors import Refused
from tequio.records.models import Statement, StatementIndex
from tequio.records.values import KeptStatement
from tequio_standards import xapi

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from django.db.models import QuerySet

_CHUNK = 500
RowT = TypeVar("RowT", bound=Model)


class Unreadable(Refused):
    """A kept row holds no statement: somebody changed the database. `verify_chain` says where else."""

    code = "ledger_unreadable"


def statements(
    *,
    store: UUID | None = None,
    registration: UUID | None = None,
    actor: str | None = None,
    verb: str | None = None,
    after: int = 0,
    before: int | None = None,
    limit: int | None = None,
    newest_first: bool = False,
) -> Iterator[KeptStatement]:
    """Kept statements, oldest first unless said otherwise; erased ones are left out.

    Simulated stores are read only when named. `after` is the `num` of the last statement seen, `before` the same
    when the newest come first.
    """
    span = {"pk__gt": after} if before is None else {"pk__gt": after, "pk__lt": before}
    wanted = {"store": store, "registration": registration, "actor": actor, "verb": verb}
    named = {name: value for name, value in wanted.items() if value is not None}
    order = "-pk" if newest_first else "pk"
    if named:
        # From the index, whose keys are the ledger's: in order of pk the database stops at the limit.
        entries = _real(StatementIndex.objects.filter(**span, **named), store, "statement__origin")
        for entry in entries.select_related("statement__origin").order_by(order)[:limit].iterator(_CHUNK):
            yield kept_statement(entry.statement)
    else:
        rows = _real(Statement.objects.filter(**span, body__isnull=False), store, "origin")
        for row in rows.select_related("origin").order_by(order)[:limit].iterator(_CHUNK):
            yield kept_statement(row)


def kept_statement(row: Statement) -> KeptStatement:
    """The statement a whole (not erased) row holds."""
    return KeptStatement(
        _said(row),
        row.store,
        row.origin.key,
        row.seq,
        row.received_at,
        num=row.pk,
        simulated=row.origin.simulated,
    )


def _said(row: Statement) -> xapi.Statement:
    assert row.body is not None
    try:
        return xapi.parse(bytes(row.body))
    except xapi.InvalidStatement as error:
        raise Unreadable(f"{row.origin.key} cannot be read at {row.seq}: {error}") from error


def _real(rows: QuerySet[RowT], store: UUID | None, origin: str) -> QuerySet[RowT]:
    """Without simulated stores, unless one store is named."""
    return rows if store is not None else rows.filter(**{f"{origin}__simulated": False})
