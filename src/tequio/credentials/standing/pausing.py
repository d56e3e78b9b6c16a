"""Suspending and reinstating: rows with who, when and why; the bit on the list of suspensions; a statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.credentials import shards, statements
from tequio.credentials.models import Credential, Reinstatement, Revocation, StatusEntry, Suspension
from tequio.credentials.telling import tell
from tequio.credentials.trusting import write_trust_file
from tequio.credentials.viewing import credential_row
from tequio.kit.errors import Refused
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.values import CredentialId
    from tequio.people.values import Actor


class SuspensionRefused(Refused):
    """The credential cannot be suspended or reinstated like this."""

    code = "suspension_refused"


@dataclass(frozen=True, slots=True)
class SuspensionInfo:
    """A running suspension."""

    at: datetime
    reason: str


def suspend(*, credential: CredentialId, reason: str, by: Actor, now: datetime) -> None:
    """Stop standing by a credential for now, with a reason that anyone may read."""
    row, said = _asked(credential, reason, by)
    assert by.person is not None  # nobody is allowed nothing
    with transaction.atomic():
        entry = _locked(row)
        if not entry.can_suspend:
            raise SuspensionRefused(
                _("This certificate is older than suspending, so only revoking is possible.")
            )
        if Revocation.objects.filter(credential=row).exists():
            raise SuspensionRefused(_("This certificate was revoked, so there is nothing to suspend."))
        if _running(row) is not None:
            raise SuspensionRefused(_("This certificate is suspended already."))
        Suspension.objects.create(credential=row, reason=said, by_id=by.person, at=now)
        _publish(entry, now)
        tell(row, statements.suspended, now=now)


def reinstate(*, credential: CredentialId, reason: str, by: Actor, now: datetime) -> None:
    """Stand by a suspended credential again."""
    row, said = _asked(credential, reason, by)
    assert by.person is not None  # nobody is allowed nothing
    with transaction.atomic():
        entry = _locked(row)
        running = _running(row)
        if running is None:
            raise SuspensionRefused(_("This certificate is not suspended."))
        Reinstatement.objects.create(suspension=running, reason=said, by_id=by.person, at=now)
        _publish(entry, now)
        tell(row, statements.reinstated, now=now)


def suspended(credential: CredentialId) -> SuspensionInfo | None:
    """Since when and why a credential is suspended; None when it is not."""
    row = _running(credential_row(credential))
    return SuspensionInfo(row.at, row.reason) if row else None


def _asked(credential: CredentialId, reason: str, by: Actor) -> tuple[Credential, str]:
    row = credential_row(credential)
    people.require(by, Action.CREDENTIAL_REVOKE, organisation=OrganisationId(row.award.organisation_id))
    if not reason.strip():
        raise SuspensionRefused(_("Say why, in a sentence that the person concerned may read."))
    return row, reason.strip()[:500]


def _locked(row: Credential) -> StatusEntry:
    entry = StatusEntry.objects.select_related("status_list").get(credential=row)
    shards.lock(entry.status_list_id)
    return entry


def _running(row: Credential) -> Suspension | None:
    over = Reinstatement.objects.values("suspension")
    return Suspension.objects.filter(credential=row).exclude(pk__in=over).first()


def _publish(entry: StatusEntry, now: datetime) -> None:
    shards.publish(shards.twin(entry.status_list, shards.SUSPENSION).pk, now=now)
    transaction.on_commit(write_trust_file)
