"""Reading the ledger: statements in the order they were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.records.models import Statement, StatementIndex
from tequio.records.values import KeptStatement
from tequio_standards import xapi

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from django.db.models import QuerySet

_CHUNK = 500


def statements(
    *,
    store: UUID | None = None,
    registration: UUID | None = None,
    actor: str | None = None,
    verb: str | None = None,
    after: int = 0,
    limit: int | None = None,
    newest_first: bool = False,
) -> Iterator[KeptStatement]:
    """Kept statements, oldest first unless said otherwise; erased ones are left out.

    Simulated stores are read only when named. `after` is the `num` of the last statement seen.
    """
    wanted = {"store": store, "registration": registration, "actor": actor, "verb": verb}
    named = {name: value for name, value in wanted.items() if value is not None}
    rows = _found(named) if named else Statement.objects.all()
    rows = rows.filter(pk__gt=after, body__isnull=False)
    if store is None:
        rows = rows.filter(origin__simulated=False)
    rows = rows.select_related("origin").order_by("-pk" if newest_first else "pk")
    for row in (rows[:limit] if limit is not None else rows).iterator(_CHUNK):
        yield kept_statement(row)


def kept_statement(row: Statement) -> KeptStatement:
    """The statement a whole (not erased) row holds."""
    assert row.body is not None
    return KeptStatement(
        xapi.parse(bytes(row.body)),
        row.store,
        row.origin.key,
        row.seq,
        row.received_at,
        num=row.pk,
        simulated=row.origin.simulated,
    )


def _found(named: Mapping[str, object]) -> QuerySet[Statement]:
    return Statement.objects.filter(pk__in=StatementIndex.objects.filter(**named).values("statement_id"))
