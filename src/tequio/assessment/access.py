"""Whose attempt it is. Somebody else's and one that never was look the same from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.assessment import closing
from tequio.assessment.errors import AttemptUnknown
from tequio.assessment.models import OPEN, Attempt
from tequio.people import api as people
from tequio.people.values import OrganisationId, PersonId

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.assessment.values import AttemptId
    from tequio.people.values import Action, Actor


def reach(attempt: AttemptId, *, by: Actor, action: Action, now: datetime) -> Attempt:
    """The attempt as `by` may meet it for `action`, closed first if its time has run out."""
    row = found(attempt)
    require(row, by, action)
    if row.state == OPEN and now > row.deadline:
        closing.close_these(Attempt.objects.filter(pk=row.pk), now)
        row = found(attempt)
    return row


def reach_locked(attempt: AttemptId, *, by: Actor, action: Action) -> Attempt:
    """The same, locked until the surrounding transaction ends, and left as it stands."""
    row = closing.locked(Attempt.objects.filter(uuid=attempt))
    if row is None:
        raise AttemptUnknown
    require(row, by, action)
    return row


def found(attempt: AttemptId) -> Attempt:
    row = Attempt.objects.select_related("paper__bank", "version").filter(uuid=attempt).first()
    if row is None:
        raise AttemptUnknown
    return row


def require(row: Attempt, by: Actor, action: Action) -> None:
    """Raise `AttemptUnknown` unless the policy of the house lets `by` do `action` to this attempt."""
    owner, organisation = PersonId(row.person_id), OrganisationId(row.organisation_id)
    if not people.allowed(by, action, organisation=organisation, owner=owner):
        raise AttemptUnknown
