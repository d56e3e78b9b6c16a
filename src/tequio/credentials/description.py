"""What a credential says: the course as described, and one person's result. Pure, kept as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tequio.kit.words import Words


@dataclass(frozen=True, slots=True)
class AlignmentDescribed:
    """A skill or standard elsewhere that an outcome points at."""

    uri: str
    label: Words
    framework: str
    version: str


@dataclass(frozen=True, slots=True)
class OutcomeDescribed:
    """One outcome of the course, with what it is aligned to."""

    key: str
    statement: Words
    alignments: tuple[AlignmentDescribed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """One version of a course, as credentials describe it."""

    course_key: str
    title: Words
    summary: Words
    means: Words
    does_not_mean: Words
    assessment: Words
    outcomes: tuple[OutcomeDescribed, ...]
    hours: str
    package_id: str
    licence: str = ""
    has_check: bool = True
    source: str = ""  # the platform elsewhere that taught it; of a course of this hub, none

    def to_json(self) -> dict[str, Any]:  # JSON values
        return asdict(self)


@dataclass(frozen=True, slots=True)
class OutcomeResult:
    """How many of an outcome's items were right."""

    key: str
    right: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardFacts:
    """One person's result, frozen at the award."""

    learner_name: str
    language: str
    zone: str
    score: str  # such as "11/12"
    cut: str
    results: tuple[OutcomeResult, ...]
    finished_at: datetime
    preview: bool

    def to_json(self) -> dict[str, Any]:  # JSON values
        return {**asdict(self), "finished_at": self.finished_at.isoformat()}


def description_from_json(kept: dict[str, Any]) -> Description:  # JSON values
    """The description that `to_json` kept."""
    return Description(**{**kept, "outcomes": tuple(_outcome(outcome) for outcome in kept["outcomes"])})


def facts_from_json(kept: dict[str, Any]) -> AwardFacts:  # JSON values
    """The facts that `to_json` kept."""
    results = tuple(OutcomeResult(**result) for result in kept["results"])
    return AwardFacts(
        **{**kept, "results": results, "finished_at": datetime.fromisoformat(kept["finished_at"])}
    )


def _outcome(kept: dict[str, Any]) -> OutcomeDescribed:  # JSON values
    alignments = tuple(AlignmentDescribed(**alignment) for alignment in kept["alignments"])
    return OutcomeDescribed(kept["key"], kept["statement"], alignments)
