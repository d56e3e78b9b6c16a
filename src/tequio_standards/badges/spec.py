"""What goes into an Open Badge, as plain values; `build` turns it into the document that is signed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSpec:
    """An organisation (OB 3.0 Profile). `country` is ISO 3166-1 alpha-2."""

    id: str
    name: str
    url: str = ""
    description: str = ""
    email: str = ""
    image: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentSpec:
    """A tie to an outcome in a framework (ESCO, EQF, …). `id` defaults to a fragment of the achievement's."""

    target_name: str
    target_url: str
    target_framework: str = ""
    target_code: str = ""
    target_description: str = ""
    target_type: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSpec:
    """One result and how it is to be read (Result with its ResultDescription). Values are texts: `"0.83"`, `"83"`."""

    key: str
    name: str
    value: str
    result_type: str = "Percent"
    value_min: str = ""
    value_max: str = ""
    required_value: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSpec:
    """What the award rests on; `id` is an address or a `urn:` (a hash of what stays private)."""

    id: str
    name: str = ""
    description: str = ""
    narrative: str = ""
    genre: str = ""
    audience: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AchievementSpec:
    """What can be earned. `hours` is ISO 8601 (`PT1H`); `language` a BCP 47 tag."""

    id: str
    name: str
    description: str
    criteria: str
    achievement_type: str = "Course"
    language: str = ""
    version: str = ""
    image: str = ""
    field_of_study: str = ""
    creator: ProfileSpec | None = None
    alignments: tuple[AlignmentSpec, ...] = ()
    tags: tuple[str, ...] = ()
    hours: str = ""
    participation: str = ""
    assessment_type: str = ""
    quality_assurance: str = ""
    prerequisites: str = ""
    stackability: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssuranceSpec:
    """How sure the issuer is (spec of levels L0–L4), frozen at issue. Computed from evidence, never typed in."""

    level: str
    identity: int
    supervision: int
    assessment: int
    measurement: int
    quality: int
    evidence: int
    trust: int
    as_of: datetime
    table_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusSpec:
    """The credential's place in a status list."""

    url: str
    index: int
    purpose: str = "revocation"


@dataclass(frozen=True, slots=True, kw_only=True)
class AchievementCredentialSpec:
    """One award to one person. `id` and `subject_id` are addresses or `urn:uuid:`."""

    id: str
    issuer: ProfileSpec
    subject_id: str
    subject_name: str
    achievement: AchievementSpec
    valid_from: datetime
    valid_until: datetime | None = None
    awarded_at: datetime | None = None
    name: str = ""
    description: str = ""
    image: str = ""
    results: tuple[ResultSpec, ...] = ()
    evidence: tuple[EvidenceSpec, ...] = ()
    source: ProfileSpec | None = None
    status: tuple[StatusSpec, ...] = ()
    assurance: AssuranceSpec | None = None
    demonstration: bool = False
    supersedes: str = ""
    schema: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EndorsementCredentialSpec:
    """Signed support by a third party for an achievement, an issuer or a credential (OB 3.0 §5.3)."""

    id: str
    issuer: ProfileSpec
    endorsed_id: str
    comment: str
    name: str
    valid_from: datetime
    valid_until: datetime | None = None
    description: str = ""
    awarded_at: datetime | None = None
    status: tuple[StatusSpec, ...] = ()
    demonstration: bool = False
