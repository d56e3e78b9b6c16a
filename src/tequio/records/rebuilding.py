"""Rebuilding: every derived table is cleared, the ledger is told again, and the outcome compared."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from django.db import transaction

from tequio.records.dumps import lines_of
from tequio.records.folds import installed
from tequio.records.models import Origin, Statement, StatementIndex
from tequio.records.queries import kept_statement
from tequio.records.tables import derived_models
from tequio.records.values import RebuildReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set
    from uuid import UUID

    from django.db.models import Model

    from tequio.records.folds import Projection

_CHUNK = 500
_SHOWN = 20  # differing lines per table that a report carries


def rebuild(*, check: bool = False) -> RebuildReport:
    """Clear every derived table, fold the ledger anew, and tell what came out differently.

    With `check`, the tables are left as they were found.
    """
    models = derived_models()
    with transaction.atomic():
        list(Origin.objects.select_for_update())  # nothing is recorded meanwhile
        before = {model: Counter(lines_of(model)) for model in models}
        statements = _fold_anew(installed())
        after = {model: Counter(lines_of(model)) for model in models}
        transaction.set_rollback(check)
    return RebuildReport(
        statements,
        {model._meta.label: after[model].total() for model in models},
        tuple(line for model in models for line in _differences(model, before[model], after[model])),
    )


def forget(actor: str) -> None:
    """Take what `actor` said out of every derived table; the ledger itself no longer holds it.

    Rows that name the actor or an enrolment of theirs go. Sums over people are folded anew, and so is everything
    when others acted in the same enrolments: then a row is not one person's.
    """
    theirs = StatementIndex.objects.filter(actor=actor)
    registrations = set(theirs.exclude(registration=None).values_list("registration", flat=True))
    in_them = StatementIndex.objects.filter(registration__in=registrations)
    shared = in_them.exclude(actor=actor).exists()
    blended = [p for p in installed() if shared or not _forget_rows(p, actor, registrations)]
    if blended:
        _fold_anew(blended)


def _forget_rows(projection: Projection, actor: str, registrations: Set[UUID | None]) -> bool:
    """Whether each table of the projection says whose a row is; if so, theirs are gone."""
    columns = [{field.name for field in model._meta.fields} for model in projection.models]
    if not all(names & {"actor", "registration"} for names in columns):
        return False
    for model, names in zip(projection.models, columns, strict=True):
        theirs = {"actor": actor} if "actor" in names else {"registration__in": registrations}
        model._default_manager.filter(**theirs).delete()
    return True


def _fold_anew(projections: Sequence[Projection]) -> int:
    for projection in projections:
        for model in reversed(projection.models):
            model._default_manager.all().delete()
    told = 0
    whole = Statement.objects.filter(body__isnull=False).select_related("origin").order_by("pk")
    for told, row in enumerate(whole.iterator(_CHUNK), start=1):  # noqa: B007  the last one is the count
        kept = kept_statement(row)
        for projection in projections:
            projection.fold(kept)
    return told


def _differences(model: type[Model], before: Counter[str], after: Counter[str]) -> Iterator[str]:
    label = model._meta.label
    for sign, lines in (("-", before - after), ("+", after - before)):
        yield from (f"{label}: {sign} {line.strip()}" for line in islice(sorted(lines), _SHOWN))
