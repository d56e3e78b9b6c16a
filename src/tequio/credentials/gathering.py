"""Gathering evidence from the doors below: what happened, never what somebody says about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.assessment import api as assessment
from tequio.credentials.description import (
    AlignmentDescribed,
    AwardFacts,
    Description,
    OutcomeDescribed,
    OutcomeResult,
)
from tequio.credentials.evidence import Evidence, Method, Review, ReviewKind
from tequio.credentials.names import signable
from tequio.kit.errors import Refused
from tequio.learning import api as learning
from tequio.learning.values import EnrolmentId
from tequio.people import api as people

if TYPE_CHECKING:
    from uuid import UUID

    from tequio.assessment.values import AttemptId, AttemptResult, PaperInfo
    from tequio.learning.values import CourseInfo, Enrolment
    from tequio.people.values import OrganisationId, OrganisationInfo, PersonId, PersonInfo


class NothingEarned(Refused):
    """The attempt did not pass, so there is nothing to award."""

    code = "nothing_earned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All that one award needs to know."""

    attempt: UUID | None
    registration: UUID
    person: PersonId
    organisation: OrganisationId
    version: UUID
    description: Description
    facts: AwardFacts
    evidence: Evidence


def gather(attempt: AttemptId, *, now: datetime) -> Gathered:
    """Evidence of a passed attempt, its course and its learner; `NothingEarned` when it did not pass."""
    result = assessment.result(attempt)
    if not result.passed:
        raise NothingEarned(_("This attempt did not pass, so it earns no certificate."))
    learner = people.person(result.person)
    enrolment = learning.enrolment(EnrolmentId(result.registration), by=people.actor(result.person, now=now))
    course = learning.course(enrolment.id)
    return Gathered(
        attempt=attempt,
        registration=result.registration,
        person=result.person,
        organisation=result.organisation,
        version=enrolment.version,
        description=describe(course, enrolment.package_id),
        facts=_facts(result, enrolment, learner, people.organisation(result.organisation)),
        evidence=_evidence(result, assessment.paper(result.paper), course, enrolment, learner),
    )


def gather_participation(enrolment: EnrolmentId, person: PersonId, *, now: datetime) -> Gathered | None:
    """Evidence of a finished course that has no final check; None where there is one, since that is what counts."""
    learner = people.person(person)
    found = learning.enrolment(enrolment, by=people.actor(person, now=now))
    course = learning.course(enrolment)
    if course.final_check is not None:
        return None
    organisation = people.organisation(found.organisation)
    return Gathered(
        attempt=None,
        registration=enrolment,
        person=person,
        organisation=found.organisation,
        version=found.version,
        description=describe(course, found.package_id),
        facts=AwardFacts(
            learner_name=signable(learner.name),
            language=found.language,
            zone=organisation.zone,
            score="",
            cut="",
            results=(),
            finished_at=now,
            preview=found.preview,
        ),
        evidence=_course_evidence(course, found, learner),
    )


def describe(course: CourseInfo, package_id: str) -> Description:
    """One version of a course, as credentials describe it."""
    words = course.certificate
    return Description(
        course_key=course.key,
        title=dict(course.title),
        summary=dict(course.summary),
        means=dict(words.means) if words else {},
        does_not_mean=dict(words.does_not_mean) if words else {},
        assessment=dict(words.assessment) if words else {},
        outcomes=tuple(
            OutcomeDescribed(
                outcome.key,
                dict(outcome.statement),
                tuple(
                    AlignmentDescribed(tie.uri, dict(tie.label), tie.framework, tie.version)
                    for tie in outcome.alignments
                ),
            )
            for outcome in course.outcomes
        ),
        hours=course.hours,
        package_id=package_id,
        licence=course.licence,
        has_check=course.final_check is not None,
    )


def _evidence(
    result: AttemptResult, paper: PaperInfo, course: CourseInfo, enrolment: Enrolment, learner: PersonInfo
) -> Evidence:
    # Forms are drawn at random from reviewed final items only, and a bank refuses an item that asks what
    # another of its items asks: a paper that is `ready` has both properties.
    return replace(
        _course_evidence(course, enrolment, learner),
        server_clock=True,
        drawn_at_random=True,
        passed=result.passed,
        methods=(Method.SELECTED,),
        items_disjoint=paper.ready,
        items_reviewed=paper.ready,
        blueprint=bool(paper.spec.blueprint),
        cut_documented=any(text.strip() for text in paper.spec.cut_method.values()),
        result_values=bool(result.by_outcome),
    )


def _course_evidence(course: CourseInfo, enrolment: Enrolment, learner: PersonInfo) -> Evidence:
    return Evidence(
        identity_level=learner.identity_level,
        preview=enrolment.preview,
        content_expires_at=_end_of(course),
        reviews=tuple(
            Review(ReviewKind(one.kind), passed=one.passed, by_name=one.by_name, at=one.at, demo=one.demo)
            for one in course.reviews
        ),
        signed=True,
        on_status_list=True,
    )


def _end_of(course: CourseInfo) -> datetime | None:
    return datetime.combine(course.expires, time(0), UTC) if course.expires else None


def _facts(
    result: AttemptResult, enrolment: Enrolment, learner: PersonInfo, organisation: OrganisationInfo
) -> AwardFacts:
    right = sum(score.right for score in result.by_outcome)
    of = sum(score.of for score in result.by_outcome)
    return AwardFacts(
        learner_name=signable(learner.name),
        language=enrolment.language,
        zone=organisation.zone,
        score=f"{right}/{of}" if of else "",
        cut=str(result.cut),
        results=tuple(OutcomeResult(score.outcome, score.right, score.of) for score in result.by_outcome),
        finished_at=result.finished_at,
        preview=enrolment.preview,
    )
