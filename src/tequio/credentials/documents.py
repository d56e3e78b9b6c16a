"""From an award to the Open Badges 3.0 document that is signed (OB 3.0 §B.1.1; spec 05, D.1)."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from tequio.credentials.printed.prose import bullets
from tequio.credentials.rules import TABLE_DIGEST
from tequio.credentials.values import AssuranceVector, Dimension, Level
from tequio.credentials.words import SENTENCES
from tequio.kit.words import say
from tequio_standards import badges, vc

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from tequio.credentials.description import AwardFacts, Description, OutcomeResult
    from tequio.credentials.models import Achievement, IssuerKey
    from tequio.people.values import OrganisationInfo

_FIELDS = {
    Dimension.IDENTITY: "identity",
    Dimension.SUPERVISION: "supervision",
    Dimension.ASSESSMENT: "assessment",
    Dimension.MEASUREMENT: "measurement",
    Dimension.QUALITY: "quality",
    Dimension.EVIDENCE: "evidence",
    Dimension.TRUST: "trust",
}
_SIGNED_NAMES = {**_FIELDS, Dimension.EVIDENCE: "evidenceStore"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything one document says, before it is signed."""

    credential: UUID
    subject: UUID
    award: UUID
    organisation: OrganisationInfo
    key: IssuerKey
    achievement: Achievement
    description: Description
    facts: AwardFacts
    vector: AssuranceVector
    status: tuple[badges.StatusSpec, ...]
    supersedes: str = ""
    file: str = ""  # SHA-256 of the file of results from elsewhere that this award stands in
    at: datetime


def credential_iri(credential: UUID) -> str:
    """The credential's own address, for good."""
    return f"{settings.HUB_URL}/credentials/{credential}"


def achievement_iri(achievement: UUID) -> str:
    """The achievement's own address, for good."""
    return f"{settings.HUB_URL}/achievements/{achievement}"


def compose(draft: Draft) -> dict[str, object]:
    """The unsigned document, in the learner's language."""
    with translation.override(draft.facts.language):
        return badges.build_credential(_spec(draft))


def vector_of(document: bytes) -> AssuranceVector:
    """The vector that stands in a signed document: frozen at issue, whatever the table says today."""
    said = json.loads(document)["assurance"]
    values = {dimension: int(said[name]) for dimension, name in _SIGNED_NAMES.items()}
    return AssuranceVector(values, Level(said["level"]), vc.moment(said["asOf"]))


def achievement_spec(
    uuid: UUID, description: Description, *, language: str, vector: AssuranceVector | None = None
) -> badges.AchievementSpec:
    """The achievement in one language; with `vector`, the course's quality as it stood at the award."""
    quality = str(SENTENCES[Dimension.QUALITY][vector.values[Dimension.QUALITY]]) if vector else ""
    return badges.AchievementSpec(
        id=achievement_iri(uuid),
        name=say(description.title, language),
        description=say(description.summary, language) or say(description.title, language),
        criteria=_criteria(description, language),
        language=language,
        hours=description.hours,
        participation=_participation(description),
        assessment_type=_assessment_type(description),
        quality_assurance=quality,
        alignments=_alignments(description, language),
    )


def _participation(description: Description) -> str:
    if description.source:
        return _("On another platform: %(platform)s") % {"platform": description.source}
    return _("Online, at one's own pace")


def _assessment_type(description: Description) -> str:
    if description.source:
        return _("As that platform assessed it; nothing of it was observed here")
    return _("Final check of closed items drawn at random") if description.has_check else ""


def _spec(draft: Draft) -> badges.AchievementCredentialSpec:
    issuer = _profile(draft)
    language = draft.facts.language
    return badges.AchievementCredentialSpec(
        id=credential_iri(draft.credential),
        issuer=issuer,
        subject_id=draft.subject.urn,
        subject_name=draft.facts.learner_name,
        achievement=achievement_spec(
            draft.achievement.uuid, draft.description, language=language, vector=draft.vector
        ),
        valid_from=draft.at,
        awarded_at=draft.facts.finished_at,
        name=say(draft.description.title, language),
        results=_results(draft.facts, draft.description),
        evidence=_evidence(draft),
        source=None if draft.description.source else issuer,  # who assessed it has no address that is known
        status=draft.status,
        supersedes=draft.supersedes,
        assurance=_assurance(draft.vector),
        demonstration=draft.key.demo,
    )


def _profile(draft: Draft) -> badges.ProfileSpec:
    organisation = draft.organisation
    return badges.ProfileSpec(
        id=draft.key.did, name=organisation.name, url=settings.HUB_URL, country=organisation.country
    )


def _criteria(description: Description, language: str) -> str:
    outcomes = "\n".join(f"- {say(outcome.statement, language)}" for outcome in description.outcomes)
    parts = (
        outcomes,
        say(description.assessment, language),
        _points(_("What it means"), say(description.means, language)),
        _points(_("What it does not mean"), say(description.does_not_mean, language)),
    )
    return "\n\n".join(part for part in parts if part)


def _points(heading: str, markdown: str) -> str:
    points = "\n".join(f"- {point}" for point in bullets(markdown))
    return f"{heading}:\n{points}" if points else ""


def _alignments(description: Description, language: str) -> tuple[badges.AlignmentSpec, ...]:
    return tuple(
        badges.AlignmentSpec(
            target_name=say(alignment.label, language),
            target_url=alignment.uri,
            target_framework=" ".join((alignment.framework, alignment.version)).strip(),
        )
        for outcome in description.outcomes
        for alignment in outcome.alignments
    )


def _results(facts: AwardFacts, description: Description) -> tuple[badges.ResultSpec, ...]:
    names = {outcome.key: say(outcome.statement, facts.language) for outcome in description.outcomes}
    if description.source:
        return (_reported(facts, description.source),) if facts.score else ()
    overall = (_overall(facts),) if facts.score else ()
    return overall + tuple(_result(result, names.get(result.key, result.key)) for result in facts.results)


def _overall(facts: AwardFacts) -> badges.ResultSpec:
    right, _slash, of = facts.score.partition("/")
    cut = -(-Fraction(facts.cut) * int(of) // 1)  # the least number of right answers that passes
    return badges.ResultSpec(
        key="score",
        name=_("Final check"),
        value=right,
        value_min="0",
        value_max=of,
        required_value=str(cut),
        result_type="RawScore",
    )


def _reported(facts: AwardFacts, platform: str) -> badges.ResultSpec:
    score, _slash, of = facts.score.partition("/")
    name = _("Result on %(platform)s") % {"platform": platform}
    return badges.ResultSpec(
        key="score", name=name, value=score, value_min="0", value_max=of, result_type="RawScore"
    )


def _result(result: OutcomeResult, name: str) -> badges.ResultSpec:
    return badges.ResultSpec(
        key=f"outcome-{result.key}",
        name=name,
        value=str(result.right),
        value_min="0",
        value_max=str(result.of),
        result_type="RawScore",
    )


def _evidence(draft: Draft) -> tuple[badges.EvidenceSpec, ...]:
    if draft.file:
        return (_handed_in(draft.file, draft.description.source),)
    check = badges.EvidenceSpec(
        id=draft.award.urn,
        name=_("Final check") if draft.facts.results else _("Participation"),
        narrative=str(SENTENCES[Dimension.ASSESSMENT][draft.vector.values[Dimension.ASSESSMENT]]),
    )
    package = badges.EvidenceSpec(id=_fingerprint(draft.description.package_id), name=_("Course package"))
    return check, package


def _handed_in(file: str, platform: str) -> badges.EvidenceSpec:
    """A file of results: its fingerprint lets whoever holds it prove that this is the one."""
    said = _("The results come from %(platform)s, as a file. Nothing of the learning was observed here.")
    return badges.EvidenceSpec(
        id=_fingerprint(file),
        name=_("File of results from elsewhere"),
        narrative=said % {"platform": platform},
    )


def _fingerprint(sha256: str) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}"  # RFC 6920


def _assurance(vector: AssuranceVector) -> badges.AssuranceSpec:
    values = {name: vector.values[dimension] for dimension, name in _FIELDS.items()}
    return badges.AssuranceSpec(
        level=str(vector.level), as_of=vector.as_of, table_digest=TABLE_DIGEST, **values
    )
