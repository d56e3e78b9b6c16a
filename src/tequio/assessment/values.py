"""What the assessment wall says to others. Only `BankItemView` has a place for a summative key."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from fractions import Fraction

    from tequio.kit.words import Words
    from tequio.people.values import OrganisationId, PersonId
    from tequio_standards.qti import Item

PaperId = NewType("PaperId", UUID)
AttemptId = NewType("AttemptId", UUID)
BankId = NewType("BankId", UUID)
Response = tuple[str, ...]  # choice keys, or one typed text; empty: nothing answered


class Pool(StrEnum):
    """What an item may be used for. An item is in one pool for good."""

    PRACTICE = "practice"
    FINAL = "final"
    DELAYED = "delayed"


class AttemptState(StrEnum):
    """Where an attempt stands; a timed-out one was closed by the clock and scored with what was saved."""

    OPEN = "open"
    SUBMITTED = "submitted"
    TIMED_OUT = "timed_out"


class MasteryState(StrEnum):
    """What we believe of one outcome; `mastery_rule` says when."""

    NEW = "new"
    LEARNING = "learning"
    MASTERED = "mastered"


@dataclass(frozen=True, slots=True)
class BankItem:
    """An item with its pool, as its author hands it in. `reviewed`: another pair of eyes let it pass."""

    item: Item
    pool: Pool
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class BankItemView:
    """An item of a bank as its reviewer reads it, key and reasons included; `repr` tells nothing of the item."""

    item: Item = field(repr=False)
    pool: Pool
    reviewed: bool


@dataclass(frozen=True, slots=True)
class BankInfo:
    """What a bank holds now: items by pool, how many of them are reviewed, how many were taken out of use."""

    id: BankId
    key: str
    counts: Mapping[Pool, int]
    reviewed: Mapping[Pool, int]
    retired: int = 0


@dataclass(frozen=True, slots=True)
class BlueprintRow:
    """How many items of one outcome a form holds."""

    outcome: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSpec:
    """The rules of a check. `cut` is the share of right answers that passes; `cut_method` says why that share."""

    key: str
    title: Words
    minutes: int
    tries: int
    wait_hours: int
    cut: Fraction
    cut_method: Words
    blueprint: tuple[BlueprintRow, ...]

    @property
    def length(self) -> int:
        return sum(row.count for row in self.blueprint)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperInfo:
    """A paper as it stands. `lacking`: outcomes with too few reviewed items, so that no form can be drawn yet."""

    id: PaperId
    organisation: OrganisationId
    key: str
    iri: str
    spec: PaperSpec
    version: int
    lacking: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        return not self.lacking


@dataclass(frozen=True, slots=True)
class PublicChoice:
    """A choice as the learner sees it."""

    key: str
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicItem:
    """An item as the learner sees it, its choices in the order of this attempt."""

    key: str
    num: int
    outcome: str
    kind: str
    stem: Words
    choices: tuple[PublicChoice, ...]
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptView:
    """An attempt to sit at. `seq` is the highest sequence number seen: a client counts its saves on from there."""

    id: AttemptId
    paper: PaperId
    number: int
    tries_left: int
    items: tuple[PublicItem, ...]
    saved: Mapping[str, Response]
    started_at: datetime
    deadline: datetime
    language: str
    state: AttemptState
    title: Words = field(default_factory=dict)
    seq: int = 0

    @property
    def answered(self) -> int:
        return sum(1 for response in self.saved.values() if response)


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save: when it was received, whether it came too late to count, whether it came before."""

    at: datetime
    late: bool
    replayed: bool
    seq: int = 0
    read_as: str | None = None  # how a typed number was read, when another reader might read it differently


@dataclass(frozen=True, slots=True)
class OutcomeScore:
    """Right answers of one outcome in one attempt."""

    outcome: str
    right: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptResult:
    """What an attempt came to: as a whole and by outcome, never by item. `person` owns it; `iri` names the paper."""

    attempt: AttemptId
    paper: PaperId
    registration: UUID
    person: PersonId
    organisation: OrganisationId
    number: int
    score: Fraction
    cut: Fraction
    passed: bool
    by_outcome: tuple[OutcomeScore, ...]
    started_at: datetime
    finished_at: datetime
    state: AttemptState
    tries_left: int
    next_try_at: datetime | None
    iri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptInfo:
    """A line in a learner's list of attempts. `passed` is None while it is open."""

    id: AttemptId
    paper: PaperId
    number: int
    state: AttemptState
    started_at: datetime
    deadline: datetime
    finished_at: datetime | None
    score: Fraction | None
    passed: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What a practice answer was worth and why. `explanation` only once it cannot help any more.

    `credited`: right, and the answer had not been revealed. `unaided`: right at the first try, without a hint.
    `read_as`: how a typed number was read, when another reader might read it differently.
    """

    item: str
    right: bool
    credited: bool
    messages: tuple[str, ...]
    explanation: str | None
    tries: int
    hints_left: int
    unaided: bool = False
    can_reveal: bool = False
    read_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """The answer of a practice item, shown on request; from now on the item earns no credit."""

    item: str
    correct: tuple[str, ...]
    answers: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeState:
    """How far a learner is with one practice item; a fold over statements."""

    item: str
    outcome: str
    tries: int = 0
    hints: int = 0
    right: bool = False
    credited: bool = False
    unaided: bool = False
    revealed: bool = False
    last_response: Response = ()
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeMastery:
    """What we believe of one outcome, why (a code with its numbers), and the same as a sentence for the learner."""

    outcome: str
    state: MasteryState
    right: int
    of: int
    reason: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class MasteryRule:
    """The rule by which an outcome counts as mastered: its numbers and the sentence that says it."""

    numbers: Mapping[str, int]
    sentence: str

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class BestResult:
    """The best of a learner's closed attempts at a check, by outcome and never by item; `tries`: how many there were."""

    passed: bool
    score: Fraction
    by_outcome: tuple[OutcomeScore, ...]
    tries: int
