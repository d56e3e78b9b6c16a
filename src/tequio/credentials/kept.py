"""What an award rests on and says. Awards of a batch keep only what is their own; the batch keeps the rest once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.credentials.description import facts_from_json
from tequio.credentials.evidence import evidence_from_json

if TYPE_CHECKING:
    from tequio.credentials.description import AwardFacts
    from tequio.credentials.evidence import Evidence
    from tequio.credentials.models import Award


def evidence_of(award: Award) -> Evidence:
    """What the records showed when it was awarded."""
    return evidence_from_json(award.batch.evidence if award.batch else award.evidence)


def facts_of_award(award: Award) -> AwardFacts:
    """What was awarded, as it was frozen."""
    shared = award.batch.facts if award.batch else {}
    return facts_from_json({**shared, **award.facts})
