"""Rows by the hundred thousand: one prepared statement for many, without a model instance each."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from django.db.models import Model

CACHE_KB = 131_072
Value = Any  # whatever the database's driver takes


class Inserter:
    """Writes rows of one table. `fixed` is the same in every row; what is a row's own comes as the driver takes it."""

    def __init__(self, model: type[Model], *, fixed: Mapping[str, object], own: Sequence[str]) -> None:
        fields = {field.attname: field for field in model._meta.concrete_fields}
        columns = [*fixed, *own]
        names = ", ".join(connection.ops.quote_name(str(fields[name].column)) for name in columns)
        self._same = tuple(
            fields[name].get_db_prep_save(value, connection=connection) for name, value in fixed.items()
        )
        table = connection.ops.quote_name(model._meta.db_table)
        marks = ", ".join(["%s"] * len(columns))
        self._sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 -- names of our own models

    def write(self, rows: Iterable[Sequence[Value]]) -> None:
        same = self._same
        with connection.cursor() as cursor:
            cursor.executemany(self._sql, [(*same, *row) for row in rows])


@contextmanager
def room_for_indexes() -> Iterator[None]:
    """SQLite: random uuids go all over their indexes, which have to fit into memory while many are written."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        (usual,) = cursor.execute("PRAGMA cache_size").fetchone()
        cursor.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size = {usual}")


def reserve_ids(model: type[Model], count: int) -> Sequence[int]:
    """Primary keys for rows to come; nobody else gets them."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [num for (num,) in cursor.fetchall()]
    last = model._default_manager.order_by("-pk").values_list("pk", flat=True).first() or 0
    return range(last + 1, last + 1 + count)  # SQLite: this transaction is the only one that writes
