"""What the credentials door speaks: ids, the assurance vector, and what a certificate shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tequio.kit.words import Words

AchievementId = NewType("AchievementId", UUID)
CredentialId = NewType("CredentialId", UUID)


class Level(StrEnum):
    """How sure one can be of a credential; decided by its weakest dimension (spec 05, D.2)."""

    L0 = "L0"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"


class Dimension(StrEnum):
    """The seven things that are weighed apart."""

    IDENTITY = "I"
    SUPERVISION = "S"
    ASSESSMENT = "A"
    MEASUREMENT = "M"
    QUALITY = "Q"
    EVIDENCE = "E"
    TRUST = "T"


class CredentialState(StrEnum):
    """What the issuer says of a credential today."""

    VALID = "valid"
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class AssuranceVector:
    """One value per dimension and the level they yield, frozen at issue; only `rules.assure` makes one."""

    values: Mapping[Dimension, int]
    level: Level
    as_of: datetime

    def compact(self) -> str:
        """The vector as printed and signed: `I0 S0 A1 M0 Q1 E1 T1`."""
        return " ".join(f"{dimension}{self.values[dimension]}" for dimension in Dimension)


@dataclass(frozen=True, slots=True)
class DimensionWords:
    """One dimension said in a sentence, in the reader's language."""

    dimension: Dimension
    value: int
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class OutcomeShown:
    """One learning outcome and how the final check bore on it."""

    key: str
    statement: Words
    right: int
    of: int


@dataclass(frozen=True, slots=True)
class RevocationInfo:
    """When and why a credential was revoked."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerInfo:
    """An issuer of this hub, as pages and programs may see it."""

    did: str
    name: str
    organisation_key: str
    country: str
    demo: bool
    keys: tuple[KeyInfo, ...]


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """The public part of a signing key and the period it may sign in."""

    verification_method: str
    multibase: str
    valid_from: datetime
    valid_until: datetime | None
    state: str
    logged: frozenset[bytes] = frozenset()  # of a revoked key: witnesses of what it signed before


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialView:
    """Everything a page may show of one credential."""

    id: CredentialId
    code: str
    state: CredentialState
    revocation: RevocationInfo | None
    demo: bool
    learner_name: str
    title: Words
    summary: Words
    means: Words  # Markdown lists
    does_not_mean: Words
    outcomes: tuple[OutcomeShown, ...]
    hours: str  # ISO 8601 duration, "" when the course does not say
    score: str  # a fraction such as "11/12"
    cut: str
    level: Level
    level_words: str
    level_means: str  # one sentence
    vector: AssuranceVector
    issuer_name: str
    issuer_did: str
    language: str
    issued_at: datetime
    valid_until: datetime | None
    course_key: str
    registration: UUID  # the enrolment
    attempt: UUID | None  # the one that passed; none where the course has no final check
    package_id: str
    preview: bool
    zone: str  # IANA, of the organisation: dates are shown in it
    dimensions: tuple[DimensionWords, ...]  # what was checked, in words, in the language active when asked


@dataclass(frozen=True, slots=True)
class RowShown:
    """One dimension of a certificate opened: the row it reached, and the record read for it."""

    words: DimensionWords
    record: str
    at: datetime
    ref: str  # a public identifier of the record, or ""


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """One review that the award rests on; `demo`: its reviewer is simulated."""

    kind: str
    by_name: str
    at: datetime
    passed: bool
    demo: bool


@dataclass(frozen=True, slots=True)
class StatementShown:
    """The statement that recorded the issue: the `seq`-th of its origin in the ledger."""

    id: UUID
    origin: str
    seq: int
    stored_at: datetime


@dataclass(frozen=True, slots=True)
class WayUpShown:
    """The nearest way to the next level in words: what is short (dimension, has, needs) and what would mend it."""

    level: str
    short: tuple[tuple[str, int, int], ...]
    deeds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialChain:
    """A certificate opened into what its level rests on; no item's contents and no key among it."""

    view: CredentialView
    rows: tuple[RowShown, ...]
    reviews: tuple[ReviewShown, ...]
    finished_at: datetime | None  # of the final check; none where the course has none
    version_num: int | None  # none when this hub no longer holds the enrolment
    modules: tuple[Words, ...]  # titles of the modules finished
    statement: StatementShown | None  # none when it was erased
    next: WayUpShown | None  # none at the highest level


@dataclass(frozen=True, slots=True)
class CheckShown:
    """One check of a report in the reader's language. `detail` is the program's own English, for experts."""

    name: str
    state: str
    state_word: str
    tone: str
    code: str
    sentence: str
    do: str
    detail: str


@dataclass(frozen=True, slots=True)
class SignedFacts:
    """What a genuine document says of itself; nothing here comes from an unproven file."""

    id: str
    title: str
    learner_name: str
    issuer_name: str
    issuer_did: str
    level: Level | None  # None when the document carries no level that is known here
    level_words: str
    level_means: str
    outcomes: tuple[str, ...]  # what was checked one by one, in the document's language
    valid_from: datetime
    valid_until: datetime | None
    achievement: str


@dataclass(frozen=True, slots=True)
class ElementShown:
    """One of the sixteen elements of a micro-credential: whether it is said, and what would be better."""

    name: str
    mandatory: bool
    state_word: str
    tone: str
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A report said to a person: one sentence, what to do, every check, and what was signed.

    `facts` is None unless the document is genuine, and also when the name on it is not the one that was asked about.
    """

    code: str
    tone: str
    sentence: str
    do: str
    checks: tuple[CheckShown, ...]
    facts: SignedFacts | None
    demo: bool
    checked_at: datetime
    elements: tuple[ElementShown, ...] = ()  # of what was signed; none where nothing was proven
