"""Practice and evidence of mastery as folds over statements; rebuilt from the ledger at any time."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from tequio.assessment import statements
from tequio.assessment.models import OutcomeEvidence, Practice
from tequio.assessment.practising import Act, Done, Standing, fold
from tequio_standards.xapi import verbs

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import Model

    from tequio.records.api import KeptStatement
    from tequio_standards import xapi

ACTS = {verbs.ANSWERED: Act.ANSWERED, verbs.HINTED: Act.HINTED, verbs.REVEALED: Act.REVEALED}
MAX_KEY = 80


class PracticeProjection:
    """One row per enrolment and practice item, and one per piece of evidence."""

    name = "assessment.practice"
    models: tuple[type[Model], ...] = (Practice, OutcomeEvidence)

    def fold(self, kept: KeptStatement) -> None:
        """Take what was done to a practice item; everything else is somebody else's."""
        said = kept.statement
        keys = _keys(said)
        if keys is None or said.context.registration is None:
            return
        item, outcome = keys
        row = _row(said.context.registration, item, outcome, said)
        folded = fold(_standing(row), _done(said))
        _keep(row, folded.standing, said)
        if folded.evidence is not None:
            _add_evidence(row, right=folded.evidence, said=said)


def _keys(said: xapi.Statement) -> tuple[str, str] | None:
    """Item and outcome of an act on a practice item; None when it is no such statement."""
    extensions = said.context.extensions
    item, outcome = extensions.get(statements.ITEM), extensions.get(statements.OUTCOME)
    if said.verb not in ACTS or extensions.get(statements.PRACTICE) is not True:
        return None
    if not isinstance(item, str) or not isinstance(outcome, str):
        return None
    return (item, outcome) if 0 < len(item) <= MAX_KEY and len(outcome) <= MAX_KEY else None


def _row(registration: UUID, item: str, outcome: str, said: xapi.Statement) -> Practice:
    found = Practice.objects.filter(registration=registration, item=item).first()
    return found or Practice(registration=registration, item=item, outcome=outcome, last_at=said.timestamp)


def _standing(row: Practice) -> Standing:
    if row.pk is None:
        return Standing()
    names = Standing.__dataclass_fields__
    return Standing(**{name: getattr(row, name) for name in names})


def _done(said: xapi.Statement) -> Done:
    success = said.result is not None and said.result.success is True
    hint = said.context.extensions.get(statements.HINT, 0)
    num = hint if isinstance(hint, int) and 0 <= hint <= 1000 else 0
    return Done(ACTS[said.verb], said.timestamp, success=success, hint=num)


def _keep(row: Practice, standing: Standing, said: xapi.Statement) -> None:
    for name, value in asdict(standing).items():
        setattr(row, name, value)
    if said.verb == verbs.ANSWERED and said.result is not None:
        row.last_response = said.result.response or ""
    row.save()


def _add_evidence(row: Practice, *, right: bool, said: xapi.Statement) -> None:
    earlier = OutcomeEvidence.objects.filter(registration=row.registration, outcome=row.outcome)
    OutcomeEvidence.objects.create(
        registration=row.registration,
        outcome=row.outcome,
        num=earlier.count() + 1,
        item=row.item,
        right=right,
        at=said.timestamp,
    )


PROJECTIONS: tuple[PracticeProjection, ...] = (PracticeProjection(),)
