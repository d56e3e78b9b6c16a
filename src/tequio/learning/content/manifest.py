"""The manifest of a package, format 1: a course's shape as canonical JSON, and back. Readers refuse other formats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tequio.kit.errors import Refused
from tequio.learning.content.shape import CourseShape, ModuleShape, StepShape
from tequio.learning.values import (
    Alignment,
    CertificateWords,
    Fallback,
    FinalCheckFacts,
    OutcomeInfo,
    Source,
    StepInfo,
    StepKind,
)
from tequio_standards.strict import StrictError, load_json

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 1
READS = (1,)  # this format and the one before it; there is none before the first
MAX_BYTES = 8_000_000
Json = dict[str, Any]  # a JSON object


class PackageError(Refused):
    """These bytes are no package that this program reads."""

    code = "package"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself: the course, where its practice items are, and the size and type of each blob."""

    shape: CourseShape
    items: str
    blobs: Mapping[str, tuple[str, int]]


def to_json(shape: CourseShape) -> Json:
    """The course's part of the manifest."""
    return {
        "format": FORMAT,
        "key": shape.key,
        "title": dict(shape.title),
        "summary": dict(shape.summary),
        "languages": list(shape.languages),
        "licence": shape.licence,
        "authors": list(shape.authors),
        "hours": shape.hours,
        "reading_level": dict(shape.reading_level),
        "audience": dict(shape.audience),
        "outcomes": [_outcome(outcome) for outcome in shape.outcomes],
        "modules": [_module(module) for module in shape.modules],
        "certificate": _certificate(shape.certificate),
        "final_check": _final_check(shape.final_check),
        "expires": shape.expires.isoformat() if shape.expires else None,
        "sources": [{"title": one.title, "url": one.url, "date": one.date} for one in shape.sources],
    }


def read(data: bytes) -> Manifest:
    """The manifest in `data`; `PackageError` when it is none, or of a format this program does not read."""
    try:
        value = load_json(data, max_bytes=MAX_BYTES)
    except StrictError as error:
        raise PackageError(f"This is no package manifest: {error}") from error
    form = value.get("format") if isinstance(value, dict) else None
    if type(form) is not int or form not in READS:  # JSON true is no format, though 1 == True
        raise PackageError(
            f"This package has format {form!r}; this program reads {', '.join(map(str, READS))}."
        )
    try:
        return Manifest(_shape(value), value["items"], _blobs(value["blobs"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PackageError(f"This package manifest is not well formed: {error!r}") from error


def _outcome(outcome: OutcomeInfo) -> Json:
    alignments = [
        {"uri": one.uri, "label": dict(one.label), "framework": one.framework, "version": one.version}
        for one in outcome.alignments
    ]
    statement = dict(outcome.statement)
    return {"key": outcome.key, "statement": statement, "level": outcome.level, "alignments": alignments}


def _module(module: ModuleShape) -> Json:
    return {
        "key": module.key,
        "title": dict(module.title),
        "summary": dict(module.summary),
        "minutes": module.minutes,
        "outcome": module.outcome,
        "licence": module.licence,
        "steps": [_step(step) for step in module.steps],
    }


def _step(step: StepShape) -> Json:
    info = step.info
    fallback = info.fallback
    return {
        "key": info.key,
        "kind": info.kind.value,
        "minutes": info.minutes,
        "title": dict(info.title),
        "items": list(info.items),
        "body": dict(step.body),
        "pictures": list(step.pictures),
        "fallback": {"reason": fallback.reason, "detail": fallback.detail, "origin": fallback.origin}
        if fallback
        else None,
    }


def _certificate(words: CertificateWords | None) -> Json | None:
    if words is None:
        return None
    return {
        "means": dict(words.means),
        "does_not_mean": dict(words.does_not_mean),
        "assessment": dict(words.assessment),
    }


def _final_check(facts: FinalCheckFacts | None) -> Json | None:
    if facts is None:
        return None
    return {
        "paper_key": facts.paper_key,
        "title": dict(facts.title),
        "minutes": facts.minutes,
        "tries": facts.tries,
        "wait_hours": facts.wait_hours,
        "cut": str(facts.cut),
        "cut_method": dict(facts.cut_method),
        "blueprint": [{"outcome": outcome, "count": count} for outcome, count in facts.blueprint],
    }


def _shape(value: Json) -> CourseShape:
    return CourseShape(
        key=value["key"],
        title=value["title"],
        summary=value["summary"],
        languages=tuple(value["languages"]),
        licence=value["licence"],
        authors=tuple(value["authors"]),
        hours=value["hours"],
        reading_level=value["reading_level"],
        audience=value["audience"],
        outcomes=tuple(_read_outcome(one) for one in value["outcomes"]),
        modules=tuple(_read_module(one) for one in value["modules"]),
        certificate=CertificateWords(**value["certificate"]) if value["certificate"] else None,
        final_check=_read_final_check(value["final_check"]) if value["final_check"] else None,
        expires=date.fromisoformat(value["expires"]) if value["expires"] else None,
        sources=tuple(Source(**one) for one in value["sources"]),
    )


def _read_outcome(value: Json) -> OutcomeInfo:
    alignments = tuple(Alignment(**one) for one in value["alignments"])
    return OutcomeInfo(value["key"], value["statement"], value["level"], alignments)


def _read_module(value: Json) -> ModuleShape:
    steps = tuple(_read_step(step) for step in value["steps"])
    return ModuleShape(**{**value, "steps": steps})


def _read_step(value: Json) -> StepShape:
    info = StepInfo(
        key=value["key"],
        kind=StepKind(value["kind"]),
        minutes=value["minutes"],
        title=value["title"],
        items=tuple(value["items"]),
        fallback=Fallback(**value["fallback"]) if value["fallback"] else None,
    )
    return StepShape(info, value["body"], tuple(value["pictures"]))


def _read_final_check(value: Json) -> FinalCheckFacts:
    blueprint = tuple((row["outcome"], row["count"]) for row in value["blueprint"])
    return FinalCheckFacts(**{**value, "cut": Fraction(value["cut"]), "blueprint": blueprint})


def _blobs(value: Json) -> dict[str, tuple[str, int]]:
    return {digest: (one["media_type"], one["bytes"]) for digest, one in value.items()}
