"""What the records show about one award. Pure values: `gathering` fills them, `rules` weighs them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any


class Method(StrEnum):
    """How a learner was assessed."""

    SELECTED = "selected"
    CONSTRUCTED = "constructed"
    PERFORMED = "performed"


class ReviewKind(StrEnum):
    """Who looked at the course."""

    MACHINE = "machine"
    SELF = "self"
    EXTERNAL = "external"
    ACCREDITATION = "accreditation"


@dataclass(frozen=True, slots=True)
class Review:
    """One review of the course version, and until when it counts."""

    kind: ReviewKind
    passed: bool
    by_name: str
    at: datetime
    demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One award's evidence. Every default is absence, so that forgetting a field never raises a level."""

    identity_level: int = 0  # log of checks: 1 unique contact, 2 at enrolment, 3 at the final check
    supervised_by_a_person: bool = False
    accredited_centre: bool = False
    server_clock: bool = False
    drawn_at_random: bool = False
    similarity_screened: bool = False
    passed: bool = False
    methods: tuple[Method, ...] = ()
    items_disjoint: bool = False  # no summative item is a practice item
    items_reviewed: bool = False
    blueprint: bool = False
    cut_documented: bool = False
    fewest_responses: int = 0  # of any item on the form
    statistics_report: bool = False
    drift_report: bool = False
    delayed_retention: bool = False
    raters_agree: bool = False
    preview: bool = True
    content_expires_at: datetime | None = None
    reviews: tuple[Review, ...] = ()
    result_values: bool = False
    artefacts_hashed: bool = False
    re_markable: bool = False
    signed: bool = False
    on_status_list: bool = False
    listed_by_others: bool = False  # a registry that the issuer does not keep itself names it
    key_custody: bool = False
    recognised: bool = False  # a recognition agreement or scheme names this achievement

    def to_json(self) -> dict[str, Any]:  # JSON values
        """As kept beside the award: dates in ISO 8601."""
        return {name: _plain(value) for name, value in asdict(self).items()}


def evidence_from_json(kept: dict[str, Any]) -> Evidence:  # JSON values
    """The evidence that `to_json` kept; a field it did not have counts as absent."""
    known = {field.name: kept[field.name] for field in fields(Evidence) if field.name in kept}
    expires = known.get("content_expires_at")
    known["content_expires_at"] = datetime.fromisoformat(expires) if expires else None
    known["methods"] = tuple(Method(method) for method in known.get("methods", ()))
    known["reviews"] = tuple(_review(review) for review in known.get("reviews", ()))
    return Evidence(**known)


def _review(kept: dict[str, Any]) -> Review:  # JSON values
    return Review(**{**kept, "kind": ReviewKind(kept["kind"]), "at": datetime.fromisoformat(kept["at"])})


def _plain(value: Any) -> Any:  # JSON values
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple | list) else value
