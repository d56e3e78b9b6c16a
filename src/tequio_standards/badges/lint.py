"""The sixteen elements that Europe wants of a micro-credential, in anybody's Open Badge (spec 05, D.1).

One row for each: whether it is said, where, and codes of advice. The sentences are English; pages translate by code.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from tequio_standards.badges import lint_advice as advice
from tequio_standards.badges.reaching import Found, Presence, is_said, is_text, look


class Element(StrEnum):
    """The elements in the order of the recommendation; the first eleven are mandatory."""

    LEARNER = "learner"
    TITLE = "title"
    COUNTRY = "country"
    AWARDING_BODY = "awarding_body"
    DATE = "date"
    OUTCOMES = "outcomes"
    WORKLOAD = "workload"
    LEVEL = "level"
    ASSESSMENT = "assessment"
    PARTICIPATION = "participation"
    QUALITY = "quality"
    PREREQUISITES = "prerequisites"
    SUPERVISION = "supervision"
    GRADE = "grade"
    STACKABILITY = "stackability"
    FURTHER = "further"


MANDATORY: Final = frozenset(list(Element)[:11])

_SUBJECT, _ACHIEVEMENT = "credentialSubject", "credentialSubject/achievement"


@dataclass(frozen=True, slots=True)
class LintRow:
    """One element of one credential."""

    element: Element
    mandatory: bool
    presence: Presence
    where: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    paths: tuple[str, ...]
    readable: Callable[[Any], bool]
    advise: Callable[[Any, Found, datetime], Iterator[str]]


# Any: a credential is JSON of others, of any shape.
def lint(document: Any, *, at: datetime) -> tuple[LintRow, ...]:
    """Sixteen rows for any JSON; what cannot be read never raises."""
    return tuple(_row(element, rule, document, at) for element, rule in _RULES.items())


def _row(element: Element, rule: _Rule, document: Any, at: datetime) -> LintRow:
    found = look(document, rule.paths, rule.readable)
    codes = tuple(dict.fromkeys(rule.advise(document, found, at)))
    if found.presence is Presence.ABSENT and element in MANDATORY:
        codes = (f"{element}_missing", *codes)
    return LintRow(element, element in MANDATORY, found.presence, found.where, codes)


_RULES: Final[dict[Element, _Rule]] = {
    Element.LEARNER: _Rule(
        (f"{_SUBJECT}/id", f"{_SUBJECT}/identifier", f"{_SUBJECT}/identifier/identityHash"),
        is_said,
        advice.learner,
    ),
    Element.TITLE: _Rule((f"{_ACHIEVEMENT}/name",), is_text, advice.title),
    Element.COUNTRY: _Rule(
        (
            "issuer/address/addressCountryCode",
            "issuer/parentOrg/address/addressCountryCode",
            f"{_ACHIEVEMENT}/creator/address/addressCountryCode",
        ),
        is_text,
        advice.country,
    ),
    Element.AWARDING_BODY: _Rule(
        ("issuer/name", f"{_ACHIEVEMENT}/creator/name"), is_text, advice.awarding_body
    ),
    Element.DATE: _Rule(("awardedDate", "validFrom", "issuanceDate"), advice.is_moment, advice.date),
    Element.OUTCOMES: _Rule(
        (f"{_ACHIEVEMENT}/criteria/narrative", f"{_ACHIEVEMENT}/alignment/targetName"),
        is_text,
        advice.outcomes,
    ),
    Element.WORKLOAD: _Rule(
        (f"{_ACHIEVEMENT}/notionalHours", f"{_ACHIEVEMENT}/creditsAvailable", f"{_SUBJECT}/creditsEarned"),
        advice.is_workload,
        advice.workload,
    ),
    Element.LEVEL: _Rule((f"{_ACHIEVEMENT}/alignment",), advice.is_level, advice.level),
    Element.ASSESSMENT: _Rule(
        (
            f"{_ACHIEVEMENT}/assessmentType",
            f"{_ACHIEVEMENT}/resultDescription/name",
            f"{_ACHIEVEMENT}/resultDescription/resultType",
        ),
        is_text,
        advice.assessment,
    ),
    Element.PARTICIPATION: _Rule((f"{_ACHIEVEMENT}/participationForm",), is_text, advice.nothing),
    Element.QUALITY: _Rule(
        (
            f"{_ACHIEVEMENT}/qualityAssurance",
            f"{_ACHIEVEMENT}/endorsement",
            f"{_ACHIEVEMENT}/endorsementJwt",
            "issuer/endorsement",
            "endorsement",
            "endorsementJwt",
        ),
        is_said,
        advice.quality,
    ),
    Element.PREREQUISITES: _Rule((f"{_ACHIEVEMENT}/prerequisites",), is_said, advice.nothing),
    Element.SUPERVISION: _Rule(
        ("assurance/supervision", "assurance/identity", f"{_ACHIEVEMENT}/assessmentSupervised"),
        advice.is_degree,
        advice.supervision,
    ),
    Element.GRADE: _Rule((f"{_SUBJECT}/result/value", f"{_SUBJECT}/result/status"), is_text, advice.grade),
    Element.STACKABILITY: _Rule(
        (f"{_ACHIEVEMENT}/stackability", f"{_ACHIEVEMENT}/related", f"{_ACHIEVEMENT}/related/id"),
        is_said,
        advice.nothing,
    ),
    Element.FURTHER: _Rule(
        ("evidence", f"{_SUBJECT}/evidence", f"{_ACHIEVEMENT}/tag"), is_said, advice.further
    ),
}
