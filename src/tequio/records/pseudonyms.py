"""The names actors bear in the ledger: random, one per person and organisation, known to this hub only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.kit import ids
from tequio.records.models import ActorPseudonym

if TYPE_CHECKING:
    from uuid import UUID


def pseudonym(person: UUID, *, organisation: UUID) -> str:
    """The name `person` bears in the statements of `organisation`; given at first use and never changed."""
    kept, _ = ActorPseudonym.objects.get_or_create(
        person=person, organisation=organisation, defaults={"name": str(ids.new_uuid())}
    )
    return kept.name
