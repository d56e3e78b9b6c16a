"""Awarding: once per enrolment, from evidence, in one transaction with its statement and its event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from tequio.assessment.values import AttemptId
from tequio.credentials import statements
from tequio.credentials.achieving import achievement_row
from tequio.credentials.events import CredentialIssued
from tequio.credentials.gathering import gather, gather_participation
from tequio.credentials.issuers import lock_issuer
from tequio.credentials.models import Award, Credential
from tequio.credentials.rules import assure
from tequio.credentials.signing import sign_award
from tequio.credentials.telling import tell
from tequio.credentials.values import CredentialId
from tequio.kit import events, ids
from tequio.learning.values import EnrolmentId
from tequio.people.values import PersonId

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.assessment.events import AttemptSubmitted
    from tequio.credentials.gathering import Gathered
    from tequio.credentials.models import IssuerKey
    from tequio.learning.events import CourseFinished


def award(*, attempt: AttemptId, now: datetime) -> CredentialId:
    """Award what a passed attempt earned and sign it; asked again, the same credential comes back."""
    held = _held(attempt=attempt)
    if held is not None:
        return held
    return _issue(gather(attempt, now=now), now)


def award_when_passed(event: AttemptSubmitted) -> None:
    """Handler of `AttemptSubmitted`: a passed attempt earns its credential, however often it is told."""
    if event.passed:
        award(attempt=AttemptId(event.attempt), now=event.at)


def award_when_finished(event: CourseFinished) -> None:
    """Handler of `CourseFinished`: a course without a final check earns participation, level 0 and no more."""
    gathered = gather_participation(EnrolmentId(event.enrolment), PersonId(event.person), now=event.at)
    if gathered is not None:
        _issue(gathered, event.at)


def _issue(gathered: Gathered, now: datetime) -> CredentialId:
    with transaction.atomic():
        key = lock_issuer(gathered.organisation)  # one award after the other, so that the same one is found
        return _award(gathered, key, now)


def _held(**known: object) -> CredentialId | None:
    row = Credential.objects.filter(**{f"award__{name}": value for name, value in known.items()}).first()
    return CredentialId(row.uuid) if row else None


def _award(gathered: Gathered, key: IssuerKey, now: datetime) -> CredentialId:
    achievement = achievement_row(
        gathered.organisation, gathered.description, version=gathered.version, now=now
    )
    held = _held(achievement=achievement, registration=gathered.registration)
    if held is not None:
        return held
    row = Award.objects.create(
        uuid=ids.new_uuid(),
        organisation_id=gathered.organisation,
        achievement=achievement,
        person_id=gathered.person,
        registration=gathered.registration,
        attempt=gathered.attempt,
        subject=ids.new_uuid(),
        evidence=gathered.evidence.to_json(),
        facts=gathered.facts.to_json(),
        awarded_at=now,
    )
    credential = sign_award(
        row, key=key, facts=gathered.facts, vector=assure(gathered.evidence, as_of=now), now=now
    )
    _tell(credential, gathered, now)
    return CredentialId(credential.uuid)


def _tell(credential: Credential, gathered: Gathered, now: datetime) -> None:
    tell(credential, statements.issued, now=now)
    events.publish(
        CredentialIssued(
            event_id=ids.new_uuid(),
            at=now,
            credential=credential.uuid,
            organisation=gathered.organisation,
            person=gathered.person,
            registration=gathered.registration,
        )
    )
