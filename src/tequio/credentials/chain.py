"""A certificate opened into its chain: rule, review, version, check, statement. Frozen at the award, but for doors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.credentials.chain_words import RECORDS, REVIEWS, way_up_words
from tequio.credentials.documents import credential_iri
from tequio.credentials.kept import evidence_of, facts_of_award
from tequio.credentials.next_level import way_up
from tequio.credentials.rules import facts
from tequio.credentials.values import CredentialChain, Dimension, ReviewShown, RowShown, StatementShown
from tequio.credentials.viewing import credential, credential_row
from tequio.kit.errors import NotFound
from tequio.learning import api as learning
from tequio.learning.values import EnrolmentId, ProgressState
from tequio.records import api as records
from tequio_standards.xapi import verbs

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.description import AwardFacts
    from tequio.credentials.evidence import Evidence, Review
    from tequio.credentials.models import Award, Credential
    from tequio.credentials.values import CredentialId, CredentialView, DimensionWords
    from tequio.kit.words import Words


def chain(which: CredentialId | str, *, now: datetime) -> CredentialChain:
    """What a certificate's level rests on, and the nearest way up; `NotFound` when there is none."""
    row, view = credential_row(which), credential(which, now=now)
    kept, told = evidence_of(row.award), facts_of_award(row.award)
    version_num, modules = _studied(row.award)
    way = way_up(view.vector, facts(kept, as_of=view.vector.as_of))
    return CredentialChain(
        view=view,
        rows=tuple(_row(words, row, view, kept, told) for words in view.dimensions),
        reviews=tuple(_review(review) for review in kept.reviews),
        finished_at=told.finished_at if row.award.attempt else None,
        version_num=version_num,
        modules=modules,
        statement=_statement(row),
        next=way_up_words(way) if way else None,
    )


def _row(
    words: DimensionWords, row: Credential, view: CredentialView, kept: Evidence, told: AwardFacts
) -> RowShown:
    dimension = words.dimension
    moments = {
        Dimension.ASSESSMENT: told.finished_at,
        Dimension.QUALITY: max((review.at for review in kept.reviews), default=view.vector.as_of),
    }
    refs = {
        Dimension.EVIDENCE: credential_iri(row.uuid),
        Dimension.TRUST: row.issuer_key.verification_method,
    }
    at = moments.get(dimension, view.vector.as_of)
    return RowShown(words, str(RECORDS[dimension]), at, refs.get(dimension, ""))


def _review(review: Review) -> ReviewShown:
    return ReviewShown(str(REVIEWS[review.kind]), review.by_name, review.at, review.passed, review.demo)


def _studied(award: Award) -> tuple[int | None, tuple[Words, ...]]:
    enrolment = EnrolmentId(award.registration)
    try:
        course = learning.course(enrolment)
        done = learning.progress(enrolment).modules
    except NotFound:  # this hub no longer holds the enrolment; the certificate stands without it
        return None, ()
    finished = {module.key for module in done if module.state is ProgressState.FINISHED}
    return course.num, tuple(module.title for module in course.modules if module.key in finished)


def _statement(row: Credential) -> StatementShown | None:
    said = records.statements(
        store=row.award.organisation_id, registration=row.award.registration, verb=verbs.ISSUED
    )
    for kept in said:
        if kept.statement.object.id == credential_iri(row.uuid):
            return StatementShown(kept.statement.id, kept.origin, kept.seq, kept.stored_at)
    return None
