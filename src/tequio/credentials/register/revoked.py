"""The revocation log: what was taken back, by whom, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.credentials.models import Revocation
from tequio.people import api as people
from tequio.people.roster import api as roster
from tequio.people.values import Action, PersonId

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.values import Actor, OrganisationId


@dataclass(frozen=True, slots=True)
class Revoked:
    """One line of the log."""

    code: str
    learner_name: str
    reason: str
    by_name: str
    at: datetime


def revocations(*, organisation: OrganisationId, by: Actor, limit: int = 100) -> tuple[Revoked, ...]:
    """What an organisation took back, the latest first."""
    people.require(by, Action.CREDENTIAL_REVOKE, organisation=organisation)
    log = Revocation.objects.filter(credential__award__organisation__uuid=organisation)
    rows = list(log.select_related("credential__award").order_by("-at", "-pk")[:limit])
    officers = roster.persons([PersonId(row.by_id) for row in rows])
    return tuple(
        Revoked(
            row.credential.code,
            row.credential.award.facts["learner_name"],
            row.reason,
            officers[PersonId(row.by_id)].name if PersonId(row.by_id) in officers else "",
            row.at,
        )
        for row in rows
    )
