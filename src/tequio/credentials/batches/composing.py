"""From a described course to templates: two sample rows show which hole takes which value, so no hole is named here."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import translation
from django.utils.translation import gettext as _

from tequio.credentials import documents, shards
from tequio.credentials.batches.worker import Pattern
from tequio.credentials.description import AwardFacts, Description, OutcomeDescribed
from tequio.credentials.evidence import Evidence
from tequio_standards import badges, vc

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tequio.credentials.batches.values import About
    from tequio.credentials.models import Achievement, IssuerKey
    from tequio.credentials.values import AssuranceVector
    from tequio.people.values import OrganisationInfo

# All that is known of a result from elsewhere: nobody here saw the person, the course or the check.
EVIDENCE = Evidence(signed=True, on_status_list=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What all credentials of a batch share."""

    organisation: OrganisationInfo
    key: IssuerKey
    achievement: Achievement
    description: Description
    vector: AssuranceVector
    file: str
    at: datetime


def describe(about: About) -> Description:
    """The course as its credentials describe it, with what a result from elsewhere does and does not mean."""
    return Description(
        course_key=f"elsewhere-{_fingerprint(about)[:12]}",
        title=about.title,
        summary=about.summary,
        means=_in_each(about, _means),
        does_not_mean=_in_each(about, _does_not_mean),
        assessment=_in_each(about, _assessed),
        outcomes=tuple(OutcomeDescribed(f"o{num}", words) for num, words in enumerate(about.outcomes, 1)),
        hours=about.hours,
        package_id="",
        has_check=False,
        source=about.platform,
    )


def version_of(description: Description, organisation: UUID) -> UUID:
    """The same description is the same achievement, whatever file it comes with."""
    said = json.dumps(description.to_json(), sort_keys=True)
    return uuid5(NAMESPACE_URL, f"urn:uuid:{organisation}#{said}")


def pattern_of(plan: Plan, *, language: str, of: str) -> Pattern:
    """The template of one language and one highest score, and what fills each of its holes."""
    one, other = (_sample(digit, of) for digit in "37")
    template, values = badges.template_of(_compose(plan, one, language, of))
    again, others = badges.template_of(_compose(plan, other, language, of))
    if template.id != again.id:
        raise vc.CredentialError("malformed", "The template is not the same for two learners.")
    slots = tuple(_slot(pair, one, other) for pair in zip(values, others, strict=True))
    return Pattern(badges.template_to_bytes(template), slots)


def _slot(pair: tuple[str, str], one: tuple[str, ...], other: tuple[str, ...]) -> int | str:
    """Where the value stands in a row; a text when it is the same for everybody."""
    for place, both in enumerate(zip(one, other, strict=True)):
        if both == pair:
            return place
    if pair[0] != pair[1]:
        raise vc.CredentialError("malformed", "A value of the template is none of a row's.")
    return pair[0]


def _sample(digit: str, of: str) -> tuple[str, ...]:
    """In the order of the places in `worker`."""
    uuid = f"{digit * 8}-{digit * 4}-4{digit * 3}-8{digit * 3}-{digit * 12}"
    other = uuid.replace(f"4{digit * 3}", f"4{digit * 2}0")
    score = f"0.{digit}" if of else ""
    return (uuid, other, f"Name {digit}", f"20{digit}0-01-01T12:00:00Z", score, f"9{digit}", f"10{digit}")


def _compose(plan: Plan, sample: tuple[str, ...], language: str, of: str) -> dict[str, object]:
    credential, subject, name, finished, score, shard, index = sample
    return documents.compose(
        documents.Draft(
            credential=UUID(credential),
            subject=UUID(subject),
            award=UUID(subject),
            organisation=plan.organisation,
            key=plan.key,
            achievement=plan.achievement,
            description=plan.description,
            facts=AwardFacts(
                learner_name=name,
                language=language,
                zone=plan.organisation.zone,
                score=f"{score}/{of}" if of else "",
                cut="",
                results=(),
                finished_at=vc.moment(finished),
                preview=False,
            ),
            vector=plan.vector,
            status=tuple(
                badges.StatusSpec(url=url, index=int(index), purpose=purpose)
                for purpose, url in shards.urls_for(plan.organisation.key, int(shard))
            ),
            file=plan.file,
            at=plan.at,
        )
    )


def _fingerprint(about: About) -> str:
    said = json.dumps([about.platform, dict(about.title)], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _in_each(about: About, say: Callable[[str], str]) -> dict[str, str]:
    said = {}
    for language in about.languages:
        with translation.override(language):
            said[language] = say(about.platform)
    return said


def _means(platform: str) -> str:
    return "- " + _("%(platform)s reported this result to the issuer.") % {"platform": platform}


def _does_not_mean(platform: str) -> str:
    points = (
        _("The issuer did not see the person study or take the check on %(platform)s."),
        _("Nobody here checked who the person is."),
    )
    return "\n".join(f"- {point}" for point in points) % {"platform": platform}


def _assessed(platform: str) -> str:
    said = _("Studied and assessed on %(platform)s. Nothing of it was observed here, so the level is L0.")
    return said % {"platform": platform}
