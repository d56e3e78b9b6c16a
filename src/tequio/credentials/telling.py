"""What the ledger is told of a credential: one statement about its holder, in the transaction of the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from tequio.credentials import documents, statements
from tequio.credentials.description import description_from_json
from tequio.kit import ids
from tequio.people.values import OrganisationId, PersonId
from tequio.records import api as records
from tequio_standards import xapi

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tequio.credentials.models import Credential


def tell(
    credential: Credential, statement: Callable[[statements.Told], xapi.Statement], *, now: datetime
) -> None:
    """Record that something happened to a credential."""
    award = credential.award
    organisation = OrganisationId(award.organisation_id)
    name = (
        records.pseudonym(PersonId(award.person_id), organisation=organisation)
        if award.person_id
        else award.subject.hex  # of a batch: nobody of this hub
    )
    told = statements.Told(
        id=ids.new_uuid(),
        actor=xapi.Account(settings.HUB_URL, name),
        iri=documents.credential_iri(credential.uuid),
        title=description_from_json(award.achievement.description).title,
        registration=award.registration,
        language=credential.language,
        at=now,
    )
    records.record(statement(told), store=organisation, now=now)
