"""Revoking a batch or some of its credentials: a row for each, every list signed once, one statement, one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.credentials import shards, statements
from tequio.credentials.batches.inserting import Inserter
from tequio.credentials.batches.listing import batch_row
from tequio.credentials.batches.telling import tell_batch
from tequio.credentials.events import BatchRevoked
from tequio.credentials.models import Credential, Revocation, StatusEntry
from tequio.credentials.revoking import RevocationRefused
from tequio.credentials.trusting import write_trust_file
from tequio.kit import events, ids
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from tequio.credentials.batches.values import BatchId
    from tequio.credentials.models import Batch
    from tequio.people.values import Actor

AT_ONCE = 500  # codes in one question to the database


def revoke_batch(
    which: BatchId, *, codes: Collection[str] | None = None, reason: str, by: Actor, now: datetime
) -> int:
    """Take back the credentials with these codes, or all; how many were not revoked before. All or nothing."""
    row, said = batch_row(which, by=by), reason.strip()[:500]
    people.require(by, Action.CREDENTIAL_REVOKE, organisation=OrganisationId(row.organisation_id))
    assert by.person is not None  # nobody is allowed nothing
    if not said:
        raise RevocationRefused(_("Say why, in a sentence that the person concerned may read."))
    with transaction.atomic():
        touched = _lock(row)
        chosen = _chosen(row, codes)
        inserter = Inserter(
            Revocation, fixed={"reason": said, "by_id": by.person, "at": now}, own=("credential_id",)
        )
        inserter.write((pk,) for pk in chosen)
        if chosen:
            _publish(touched, chosen, now)
            _tell(row, len(chosen), by, now)
    return len(chosen)


def _lock(row: Batch) -> list[int]:
    """The lists first, in one order, so that two who revoke do not wait for each other."""
    standing = StatusEntry.objects.filter(credential__award__batch=row)
    touched = sorted(set(standing.values_list("status_list_id", flat=True)))
    for pk in touched:
        shards.lock(pk)
    return touched


def _chosen(row: Batch, codes: Collection[str] | None) -> list[int]:
    standing = Credential.objects.filter(award__batch=row)
    valid = standing.exclude(pk__in=Revocation.objects.values("credential"))
    if codes is None:
        return list(valid.values_list("pk", flat=True))
    wanted = sorted({ids.normalise_code(code) for code in codes})
    strangers = set(wanted)
    chosen: list[int] = []
    for some in _parts(wanted):
        strangers -= set(standing.filter(code__in=some).values_list("code", flat=True))
        chosen += valid.filter(code__in=some).values_list("pk", flat=True)
    if strangers:
        told = _("The code %(code)s is none of this batch. Nothing was revoked.")
        raise RevocationRefused(told % {"code": sorted(strangers)[0][:40]})
    return chosen


def _parts(codes: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(codes), AT_ONCE):
        yield codes[at : at + AT_ONCE]


def _publish(touched: list[int], chosen: list[int], now: datetime) -> None:
    for pk in touched:
        shards.publish(pk, now=now)
    transaction.on_commit(write_trust_file)


def _tell(row: Batch, count: int, by: Actor, now: datetime) -> None:
    assert by.person is not None
    tell_batch(row, statements.revoked, by=by, now=now)
    events.publish(
        BatchRevoked(
            event_id=ids.new_uuid(),
            at=now,
            batch=row.uuid,
            organisation=row.organisation_id,
            credentials=count,
            by=by.person,
        )
    )
