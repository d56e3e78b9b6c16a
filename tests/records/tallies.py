"""A derived table that blends people: how often each verb was said. It lives only inside the tests that ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from django.db import connection, models
from django.db.models import F
from django.test.utils import isolate_apps

from tequio.records import folds
from tequio.records.api import KeptStatement, install_projections


class TallyProjection:
    """Counts verbs."""

    name = "tally"

    def __init__(self, model: type[models.Model]) -> None:
        self.models: tuple[type[models.Model], ...] = (model,)

    def fold(self, kept: KeptStatement) -> None:
        rows = self.models[0]._default_manager
        rows.get_or_create(verb=kept.statement.verb)
        rows.filter(verb=kept.statement.verb).update(times=F("times") + 1)

    def counted(self) -> dict[str, int]:
        return dict(self.models[0]._default_manager.values_list("verb", "times"))


@contextmanager
def tallying() -> Iterator[TallyProjection]:
    """The projection installed, with its table; both are gone afterwards."""
    before = list(folds._installed)
    with isolate_apps("tequio.records"):
        projection = TallyProjection(_model())
        with connection.schema_editor() as editor:
            editor.create_model(projection.models[0])
        install_projections([*before, projection])
        try:
            yield projection
        finally:
            install_projections(before)
            with connection.schema_editor() as editor:
                editor.delete_model(projection.models[0])


def _model() -> type[models.Model]:
    class VerbTally(models.Model):
        table_kind: ClassVar[str] = "derived"
        verb = models.CharField(max_length=200, unique=True)
        times = models.IntegerField(default=0)

        class Meta:
            app_label = "records"

    return VerbTally
