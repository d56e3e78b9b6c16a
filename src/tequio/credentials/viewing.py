"""From kept rows to what pages may show of a credential."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from tequio.credentials.description import description_from_json
from tequio.credentials.documents import vector_of
from tequio.credentials.kept import evidence_of, facts_of_award
from tequio.credentials.models import Correction, Credential, Reinstatement, Revocation, Suspension
from tequio.credentials.templating import document_of
from tequio.credentials.values import (
    CredentialId,
    CredentialState,
    CredentialView,
    OutcomeShown,
    RevocationInfo,
)
from tequio.credentials.words import dimension_words, level_means, level_words
from tequio.kit import ids
from tequio.kit.errors import NotFound
from tequio.people import api as people
from tequio.people.values import OrganisationId

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.description import AwardFacts, Description
    from tequio.people.values import PersonId

_RELATED = ("award__achievement", "award__batch", "issuer_key", "template")


def credential(which: CredentialId | str, *, now: datetime | None = None) -> CredentialView:
    """A credential by its id or by its public code; `NotFound` otherwise. `now` decides whether it has expired."""
    return _view(credential_row(which), now)


def credentials_of(person: PersonId, *, now: datetime | None = None) -> tuple[CredentialView, ...]:
    """Every credential a person holds here, the newest first, revoked ones too."""
    rows = Credential.objects.select_related(*_RELATED).filter(award__person__uuid=person)
    return tuple(_view(row, now) for row in rows.order_by("-issued_at", "-pk"))


def document(credential: CredentialId) -> bytes:
    """The signed document, byte for byte as it was signed."""
    return document_of(credential_row(credential))


def credential_row(which: CredentialId | str) -> Credential:
    """The row behind a credential's id or code."""
    known = Q(uuid=which) if isinstance(which, UUID) else Q(code=ids.normalise_code(which))
    row = Credential.objects.select_related(*_RELATED).filter(known).first()
    if row is None:
        raise NotFound(_("There is no certificate with this code. Look at it again, character by character."))
    return row


def _view(row: Credential, now: datetime | None) -> CredentialView:
    award, key = row.award, row.issuer_key
    course = description_from_json(award.achievement.description)
    facts = facts_of(row)
    evidence = evidence_of(award)
    vector = vector_of(document_of(row))
    revocation = Revocation.objects.filter(credential=row).first()
    return CredentialView(
        id=CredentialId(row.uuid),
        code=row.code,
        state=_state(row, revocation, now),
        revocation=RevocationInfo(revocation.at, revocation.reason) if revocation else None,
        demo=key.demo,
        learner_name=facts.learner_name,
        title=course.title,
        summary=course.summary,
        means=course.means,
        does_not_mean=course.does_not_mean,
        outcomes=_outcomes(course, facts),
        hours=course.hours,
        score=facts.score,
        cut=facts.cut,
        level=vector.level,
        level_words=level_words(vector.level),
        level_means=level_means(vector.level),
        vector=vector,
        dimensions=dimension_words(vector, evidence),
        issuer_name=people.organisation(OrganisationId(award.organisation_id)).name,
        issuer_did=key.did,
        language=row.language,
        issued_at=row.issued_at,
        valid_until=row.valid_until,
        course_key=course.course_key,
        registration=award.registration,
        attempt=award.attempt,
        package_id=course.package_id,
        preview=facts.preview,
        zone=facts.zone,
    )


def facts_of(row: Credential) -> AwardFacts:
    """What was awarded, under the name that stands on this credential."""
    facts = facts_of_award(row.award)
    name = Correction.objects.filter(credential=row).values_list("learner_name", flat=True).first()
    return replace(facts, learner_name=name) if name else facts


def _state(row: Credential, revocation: Revocation | None, now: datetime | None) -> CredentialState:
    if revocation is not None:
        return CredentialState.REVOKED
    over = Reinstatement.objects.values("suspension")
    if Suspension.objects.filter(credential=row).exclude(pk__in=over).exists():
        return CredentialState.SUSPENDED
    expired = now is not None and row.valid_until is not None and row.valid_until <= now
    return CredentialState.EXPIRED if expired else CredentialState.VALID


def _outcomes(course: Description, facts: AwardFacts) -> tuple[OutcomeShown, ...]:
    results = {result.key: result for result in facts.results}
    return tuple(
        OutcomeShown(outcome.key, outcome.statement, results[outcome.key].right, results[outcome.key].of)
        for outcome in course.outcomes
        if outcome.key in results
    )
