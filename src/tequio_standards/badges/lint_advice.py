"""What to say of an element that is there: codes, each with its English sentence."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from tequio_standards.badges.reaching import Found, is_text, reach
from tequio_standards.vc import CredentialError, moment

ADVICE: Final[Mapping[str, str]] = {
    "learner_missing": "Nothing says whose credential it is.",
    "learner_in_clear": "An e-mail address or number of the learner is readable by all; use a hash or leave it out.",
    "learner_hash_unsalted": "The learner's identity is hashed without salt, so it can be guessed.",
    "title_missing": "The achievement has no name.",
    "title_promises_degree": "The title holds a word that is kept for degrees; a short course should not promise one.",
    "country_missing": "The country or region of the issuer is missing.",
    "country_not_iso": "The country is not a code of two capital letters (ISO 3166-1).",
    "awarding_body_missing": "The awarding body has no name.",
    "assessor_is_issuer": "The one who assessed is the one who awards; say so where it matters.",
    "date_missing": "The date of the award is missing.",
    "date_in_future": "The date of the award has not come yet.",
    "date_order": "The credential ends before it begins.",
    "outcomes_missing": "What the learner can do is not said.",
    "outcomes_not_aligned": "No outcome is tied to a framework such as ESCO.",
    "outcomes_without_address": "An outcome is tied to a framework without the address of the entry.",
    "workload_missing": "How many hours the learning takes is missing.",
    "workload_months": "The workload is written in months (P60M); sixty minutes are PT60M.",
    "workload_without_hours": "Credits are given without hours, so they cannot be compared.",
    "level_missing": "No level of the European or a national qualifications framework is named.",
    "level_claimed": "The level is the issuer's claim; nothing signed confirms it.",
    "assessment_missing": "How it was assessed is not said.",
    "assessment_kind_unsaid": "Results are described, but not the kind of assessment.",
    "participation_missing": "Whether one took part online, on site or both is not said.",
    "quality_missing": "Nothing says who assures the quality.",
    "quality_self_declared": "The quality is the issuer's own statement; nobody else signed for it.",
    "supervision_only_said": "Supervision or identity is a plain statement without a scale.",
    "grade_without_scale": "A result stands without its scale or the mark needed to pass.",
    "grade_without_description": "A result does not say which description it belongs to.",
    "evidence_not_hashed": "Evidence is named without a hash of its content, so it may change unnoticed.",
}

_DEGREE_WORDS: Final = re.compile(
    r"\b(bachelor|master|doctorate|ph\.?d|diploma|degree|licenciatura|ingenier[ií]a en|maestr[ií]a|doctorado|"
    r"t[ií]tulo profesional|grado en)\b",
    re.IGNORECASE,
)
_DURATION: Final = re.compile(
    r"P(?!\Z)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!\Z)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?\Z", re.ASCII
)
_MONTHS: Final = re.compile(r"P(1[3-9]|[2-9]\d|\d{3,})M\Z", re.ASCII)
_LEVEL_FRAMEWORK: Final = re.compile(
    r"\b(EQF|NQF|NLQF|MEC|MNC|ISCED|SNC|Marco (Europeo|Nacional)|Qualifications? Framework)\b"
)
_CONTENT_ADDRESS: Final = re.compile(r"(ni:///|urn:(sha|hash)|data:)", re.IGNORECASE)

_SUBJECT, _ACHIEVEMENT = "credentialSubject", "credentialSubject/achievement"

Codes = Iterator[str]


# Any, throughout: a credential is JSON of others, of any shape.
def is_moment(value: Any) -> bool:
    """A date and time with a zone."""
    return _moment(value) is not None


def is_workload(value: Any) -> bool:
    """An ISO 8601 duration, or a number of credits."""
    if isinstance(value, str):
        return bool(_DURATION.match(value))
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def is_level(value: Any) -> bool:
    """An alignment to a framework of qualifications."""
    if not isinstance(value, dict):
        return False
    said = (value.get("targetFramework"), value.get("targetType"), value.get("targetName"))
    return any(isinstance(text, str) and _LEVEL_FRAMEWORK.search(text) for text in said)


def is_degree(value: Any) -> bool:
    """A degree on a scale, or a plain yes or no."""
    return isinstance(value, int)


def learner(document: Any, found: Found, _at: datetime) -> Codes:
    """Minimise: no readable number or address, and no hash that can be tried out."""
    if any(text.startswith(("mailto:", "tel:")) or "@" in text for text in found.texts):
        yield "learner_in_clear"
    for place in reach(document, f"{_SUBJECT}/identifier"):
        if isinstance(place.value, dict) and place.value.get("hashed") is False:
            yield "learner_in_clear"
        if (
            isinstance(place.value, dict)
            and place.value.get("hashed") is True
            and not place.value.get("salt")
        ):
            yield "learner_hash_unsalted"


def title(_document: Any, found: Found, _at: datetime) -> Codes:
    """Words that the law keeps for degrees."""
    if any(_DEGREE_WORDS.search(text) for text in found.texts):
        yield "title_promises_degree"


def country(_document: Any, found: Found, _at: datetime) -> Codes:
    """ISO 3166-1 alpha-2."""
    if any(not re.fullmatch("[A-Z]{2}", text) for text in found.texts):
        yield "country_not_iso"


def awarding_body(document: Any, _found: Found, _at: datetime) -> Codes:
    """Who assessed is shown beside who awards."""
    issuers = {str(place.value) for path in ("issuer", "issuer/id") for place in reach(document, path)}
    if any(str(place.value) in issuers for place in reach(document, f"{_SUBJECT}/source/id")):
        yield "assessor_is_issuer"


def date(document: Any, found: Found, at: datetime) -> Codes:
    """Not in the future, and in order."""
    said = [when for when in map(_moment, found.texts) if when is not None]
    if said and max(said) > at:
        yield "date_in_future"
    ends = [when for when in (_moment(place.value) for place in reach(document, "validUntil")) if when]
    if said and ends and min(ends) < min(said):
        yield "date_order"


def outcomes(document: Any, found: Found, _at: datetime) -> Codes:
    """At least one tie to a framework, each with its address."""
    alignments = [place.value for place in reach(document, f"{_ACHIEVEMENT}/alignment")]
    if found.places and not alignments:
        yield "outcomes_not_aligned"
    if any(not isinstance(each, dict) or not is_text(each.get("targetUrl")) for each in alignments):
        yield "outcomes_without_address"


def workload(_document: Any, found: Found, _at: datetime) -> Codes:
    """Hours are what can be compared."""
    if any(_MONTHS.match(text) for text in found.texts):
        yield "workload_months"
    if found.places and not any("notionalHours" in pointer for pointer in found.where):
        yield "workload_without_hours"


def level(_document: Any, found: Found, _at: datetime) -> Codes:
    """A claim until a body has signed for it."""
    if found.places and found.presence == "present":
        yield "level_claimed"


def assessment(_document: Any, found: Found, _at: datetime) -> Codes:
    """The kind, beside what the results mean."""
    if found.places and not any("assessmentType" in pointer for pointer in found.where):
        yield "assessment_kind_unsaid"


def quality(_document: Any, found: Found, _at: datetime) -> Codes:
    """Somebody else's signature is worth more than one's own word."""
    if found.places and not any("endorsement" in pointer for pointer in found.where):
        yield "quality_self_declared"


def supervision(_document: Any, found: Found, _at: datetime) -> Codes:
    """A degree on a published scale says more than a yes."""
    if any(isinstance(place.value, bool) for place in found.places):
        yield "supervision_only_said"


def grade(document: Any, _found: Found, _at: datetime) -> Codes:
    """A number means something on its scale and with its cut."""
    results = [
        place.value for place in reach(document, f"{_SUBJECT}/result") if isinstance(place.value, dict)
    ]
    if any(not is_text(result.get("resultDescription")) for result in results):
        yield "grade_without_description"
    described = [place.value for place in reach(document, f"{_ACHIEVEMENT}/resultDescription")]
    if results and not any(_has_scale(each) for each in described):
        yield "grade_without_scale"


def further(_document: Any, found: Found, _at: datetime) -> Codes:
    """Evidence named by its content cannot be swapped."""
    for place in found.places:
        named = place.value.get("id") if isinstance(place.value, dict) else None
        if "evidence" in place.pointer and isinstance(named, str) and not _CONTENT_ADDRESS.match(named):
            yield "evidence_not_hashed"


def nothing(_document: Any, _found: Found, _at: datetime) -> Codes:
    """No advice beyond whether it is there."""
    yield from ()


def _has_scale(described: Any) -> bool:
    return isinstance(described, dict) and any(
        described.get(name) for name in ("valueMax", "requiredValue", "allowedValue", "rubricCriterionLevel")
    )


def _moment(value: Any) -> datetime | None:
    try:
        return moment(value)
    except CredentialError:
        return None
