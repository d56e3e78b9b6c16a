"""Revoking: a row with who, when and why; the bit on the status list; a statement and an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.credentials import shards, statements
from tequio.credentials.events import CredentialRevoked
from tequio.credentials.models import Credential, Revocation, StatusEntry
from tequio.credentials.telling import tell
from tequio.credentials.trusting import write_trust_file
from tequio.credentials.viewing import credential_row
from tequio.kit import events, ids
from tequio.kit.errors import Refused
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.values import CredentialId
    from tequio.people.values import Actor


class RevocationRefused(Refused):
    """The credential cannot be revoked like this."""

    code = "revocation_refused"


def revoke(*, credential: CredentialId, reason: str, by: Actor, now: datetime) -> None:
    """Take a credential back, for good, with a reason that anyone may read."""
    row = credential_row(credential)
    people.require(by, Action.CREDENTIAL_REVOKE, organisation=OrganisationId(row.award.organisation_id))
    assert by.person is not None  # nobody is allowed nothing
    if not reason.strip():
        raise RevocationRefused(_("Say why, in a sentence that the person concerned may read."))
    with transaction.atomic():
        entry = StatusEntry.objects.select_related("status_list").get(credential=row)
        shards.lock(entry.status_list_id)
        if Revocation.objects.filter(credential=row).exists():
            raise RevocationRefused(_("This certificate was revoked before."))
        Revocation.objects.create(credential=row, reason=reason.strip()[:500], by_id=by.person, at=now)
        shards.publish(entry.status_list_id, now=now)
        transaction.on_commit(write_trust_file)
        _tell(row, by, now)


def _tell(row: Credential, by: Actor, now: datetime) -> None:
    organisation = OrganisationId(row.award.organisation_id)
    tell(row, statements.revoked, now=now)
    events.publish(
        CredentialRevoked(
            event_id=ids.new_uuid(), at=now, credential=row.uuid, organisation=organisation, by=by.person
        )
    )
