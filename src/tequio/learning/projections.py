"""Progress as a fold over statements: which steps were opened and finished, which modules are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.learning.iris import place_of
from tequio.learning.runs.models import FinishedModule, StepProgress
from tequio_standards import xapi

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import Model

    from tequio.records.api import KeptStatement


class ProgressProjection:
    """Keeps the first moment of each: opening or finishing again changes nothing."""

    name = "learning.progress"
    models: tuple[type[Model], ...] = (StepProgress, FinishedModule)

    def fold(self, kept: KeptStatement) -> None:
        said = kept.statement
        registration = said.context.registration
        place = place_of(said.object.id)
        if registration is None or place is None or said.verb not in (xapi.verbs.OPENED, xapi.verbs.FINISHED):
            return
        module, step = place
        if step is not None:
            self._step(said, registration, module, step)
        elif said.verb == xapi.verbs.FINISHED:
            values = {"actor": said.actor.name, "finished_at": said.timestamp}
            FinishedModule.objects.get_or_create(registration=registration, module=module, defaults=values)

    def _step(self, said: xapi.Statement, registration: UUID, module: str, step: str) -> None:
        moment = "opened_at" if said.verb == xapi.verbs.OPENED else "finished_at"
        row, made = StepProgress.objects.get_or_create(
            registration=registration,
            module=module,
            step=step,
            defaults={"actor": said.actor.name, moment: said.timestamp},
        )
        if not made and getattr(row, moment) is None:
            setattr(row, moment, said.timestamp)
            row.save(update_fields=[moment])


PROJECTIONS = (ProgressProjection(),)
