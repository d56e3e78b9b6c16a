"""What the ledger is told of a batch: one statement by its officer, however many credentials it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from tequio.credentials import statements
from tequio.credentials.description import description_from_json
from tequio.kit import ids
from tequio.people.values import OrganisationId
from tequio.records import api as records
from tequio_standards import xapi

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tequio.credentials.models import Batch
    from tequio.people.values import Actor


def tell_batch(
    batch: Batch,
    statement: Callable[[statements.Told], xapi.Statement],
    *,
    by: Actor,
    now: datetime,
) -> None:
    """Record that an officer did something to a batch."""
    assert by.person is not None  # nobody is allowed nothing
    organisation = OrganisationId(batch.organisation_id)
    told = statements.Told(
        id=ids.new_uuid(),
        actor=xapi.Account(settings.HUB_URL, records.pseudonym(by.person, organisation=organisation)),
        iri=f"{settings.HUB_URL}/batches/{batch.uuid}",
        title=description_from_json(batch.achievement.description).title,
        registration=batch.uuid,
        language=by.language,
        at=now,
        type=statements.BATCH_TYPE,
    )
    records.record(statement(told), store=organisation, now=now)
