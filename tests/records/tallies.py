"""Derived tables that count statements, by verb (blending people) or by enrolment. They live only inside a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models
from django.db.models import F
from django.test.utils import isolate_apps

from tequio.records import folds
from tequio.records.api import KeptStatement, install_projections


class TallyProjection:
    """Counts statements by one of their words."""

    name = "tally"

    def __init__(self, model: type[models.Model], column: str) -> None:
        self.models: tuple[type[models.Model], ...] = (model,)
        self.column = column

    def fold(self, kept: KeptStatement) -> None:
        said = kept.statement
        word = {self.column: said.verb if self.column == "verb" else said.context.registration}
        rows = self.models[0]._default_manager
        rows.get_or_create(**word)
        rows.filter(**word).update(times=F("times") + 1)

    def counted(self) -> dict[object, int]:
        return dict(self.models[0]._default_manager.values_list(self.column, "times"))


@contextmanager
def tallying(column: str) -> Iterator[TallyProjection]:
    """The projection installed, with its table; both are gone afterwards."""
    before = list(folds._installed)
    with isolate_apps("tequio.records"):
        projection = TallyProjection(_model(column), column)
        with connection.schema_editor() as editor:
            editor.create_model(projection.models[0])
        install_projections([*before, projection])
        try:
            yield projection
        finally:
            install_projections(before)
            with connection.schema_editor() as editor:
                editor.delete_model(projection.models[0])


def _model(column: str) -> type[models.Model]:
    field = (
        models.CharField(max_length=200, unique=True) if column == "verb" else models.UUIDField(unique=True)
    )
    body = {
        "__module__": __name__,
        "table_kind": "derived",
        column: field,
        "times": models.IntegerField(default=0),
        "Meta": type("Meta", (), {"app_label": "records"}),
    }
    return type("Tally", (models.Model,), body)
