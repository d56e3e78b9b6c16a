"""What a statement says: who did what to which thing, with what result, in which context; and its JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID  # noqa: TC003  dataclass fields keep their types readable at runtime

from tequio_standards import strict

Json = dict[str, Any]  # a JSON object; what extensions hold is open (4.1)
Extensions = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Account:
    """An actor known by an account: the place that gave it (an IRL) and its name there (2.4.2.4)."""

    home_page: str
    name: str

    def to_json(self) -> Json:
        return {"objectType": "Agent", "account": {"homePage": self.home_page, "name": self.name}}


@dataclass(frozen=True, slots=True)
class Activity:
    """The thing acted upon: its IRI, the IRI of its type, and its name by language (2.4.4.1)."""

    id: str
    type: str | None = None
    name: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> Json:
        definition = _said({"type": self.type, "name": dict(self.name)})
        return _said({"objectType": "Activity", "id": self.id, "definition": definition})


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A score; `scaled` lies between -1 and 1, `raw` between `min` and `max` (2.4.5.1)."""

    scaled: float | None = None
    raw: float | None = None
    min: float | None = None
    max: float | None = None

    def to_json(self) -> Json:
        return _said({"scaled": self.scaled, "raw": self.raw, "min": self.min, "max": self.max})


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The measured outcome of the act (2.4.5); what was not measured is None."""

    success: bool | None = None
    completion: bool | None = None
    response: str | None = None
    score: Score | None = None
    duration: str | None = None  # ISO 8601
    extensions: Extensions = field(default_factory=dict)

    def to_json(self) -> Json:
        return _said(
            {
                "success": self.success,
                "completion": self.completion,
                "response": self.response,
                "score": self.score.to_json() if self.score else None,
                "duration": self.duration,
                "extensions": dict(self.extensions),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where the act belongs (2.4.6): the enrolment, the language shown, the activities it is part of."""

    registration: UUID | None = None
    language: str | None = None
    parent: tuple[str, ...] = ()
    grouping: tuple[str, ...] = ()
    extensions: Extensions = field(default_factory=dict)

    def to_json(self) -> Json:
        activities = {"parent": _activities(self.parent), "grouping": _activities(self.grouping)}
        return _said(
            {
                "registration": str(self.registration) if self.registration else None,
                "language": self.language,
                "contextActivities": _said(activities),
                "extensions": dict(self.extensions),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One act, never changed once told (2.4)."""

    id: UUID
    actor: Account
    verb: str
    object: Activity
    timestamp: datetime
    result: Result | None = None
    context: Context = field(default_factory=Context)

    def to_json(self) -> Json:
        """The statement as a JSON object; what was not said is left out."""
        return _said(
            {
                "id": str(self.id),
                "actor": self.actor.to_json(),
                "verb": {"id": self.verb},
                "object": self.object.to_json(),
                "result": self.result.to_json() if self.result else None,
                "context": self.context.to_json(),
                "timestamp": _moment(self.timestamp),
            }
        )

    def to_bytes(self) -> bytes:
        """The canonical bytes (RFC 8785): equal statements are equal bytes."""
        return strict.jcs(self.to_json())


def _activities(iris: tuple[str, ...]) -> list[Json]:
    return [{"objectType": "Activity", "id": iri} for iri in iris]


def _moment(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("A statement's timestamp needs its offset (4.5); this one has none.")
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _said(members: Json) -> Json:
    """Without the members that say nothing; an empty string, a zero or a False says something."""
    return {key: value for key, value in members.items() if value is not None and value not in ({}, [])}
