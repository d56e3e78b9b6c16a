"""Revoking a batch or some of its credentials: a row for each, every list signed once, one statement, one event."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

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
Value = TypeVar("Value")


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
        asked = _of_batch(row, codes)
        touched = _lock(asked)
        chosen = _still_valid(asked)
        inserter = Inserter(
            Revocation, fixed={"reason": said, "by_id": by.person, "at": now}, own=("credential_id",)
        )
        inserter.write((pk,) for pk in chosen)
        if chosen:
            _publish(touched, now)
            _tell(row, len(chosen), by, now)
    return len(chosen)


def _of_batch(row: Batch, codes: Collection[str] | None) -> list[int]:
    """The credentials with these codes. Asked by code alone: with the batch too, SQLite walks all of it each time."""
    if codes is None:
        return list(Credential.objects.filter(award__batch=row).values_list("pk", flat=True))
    wanted = sorted({ids.normalise_code(code) for code in codes})
    found: dict[str, int] = {}
    for some in _parts(wanted):
        rows = Credential.objects.filter(code__in=some).values_list("code", "pk", "award__batch")
        found |= {code: pk for code, pk, batch in rows if batch == row.pk}
    for code in wanted:
        if code not in found:
            told = _("The code %(code)s is none of this batch. Nothing was revoked.")
            raise RevocationRefused(told % {"code": code[:40]})
    return list(found.values())


def _lock(credentials: list[int]) -> list[int]:
    """Their lists, held in one order, so that two who revoke do not wait for each other."""
    touched: set[int] = set()
    for some in _parts(credentials):
        entries = StatusEntry.objects.filter(credential__in=some)
        touched |= set(entries.values_list("status_list_id", flat=True))
    for pk in sorted(touched):
        shards.lock(pk)
    return sorted(touched)


def _still_valid(credentials: list[int]) -> list[int]:
    valid: list[int] = []
    for some in _parts(credentials):
        gone = set(Revocation.objects.filter(credential__in=some).values_list("credential_id", flat=True))
        valid += [pk for pk in some if pk not in gone]
    return valid


def _parts(values: list[Value]) -> Iterator[list[Value]]:
    for at in range(0, len(values), AT_ONCE):
        yield values[at : at + AT_ONCE]


def _publish(touched: list[int], now: datetime) -> None:
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
