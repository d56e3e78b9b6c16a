"""The ledger's own projection: what statements are found by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.records.models import StatementIndex

if TYPE_CHECKING:
    from django.db.models import Model

    from tequio.records.values import KeptStatement


class IndexProjection:
    """Actor, registration, verb, object and time of each statement."""

    name = "statement index"
    models: tuple[type[Model], ...] = (StatementIndex,)

    def fold(self, kept: KeptStatement) -> None:
        said = kept.statement
        StatementIndex.objects.create(
            statement_id=kept.num,
            store=kept.store,
            actor=said.actor.name,
            registration=said.context.registration,
            verb=said.verb,
            object=said.object.id,
            timestamp=said.timestamp,
        )


INDEX = IndexProjection()
