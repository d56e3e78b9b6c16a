"""A course as both its folder and its manifest know it; bodies are named by the SHA-256 of their HTML fragment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tequio.kit.words import Words
    from tequio.learning.values import Blob, CertificateWords, FinalCheckFacts, OutcomeInfo, Source, StepInfo
    from tequio_standards.qti import Item


@dataclass(frozen=True, slots=True)
class StepShape:
    """A step and its body: language → digest of an HTML fragment; `pictures` are digests too."""

    info: StepInfo
    body: Mapping[str, str]
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModuleShape:
    """A module as it is written, before it knows its course."""

    key: str
    title: Words
    summary: Words
    minutes: int
    outcome: str
    licence: str
    steps: tuple[StepShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseShape:
    """Everything a manifest says, except which blobs there are."""

    key: str
    title: Words
    summary: Words
    languages: tuple[str, ...]
    licence: str
    authors: tuple[str, ...]
    hours: str
    reading_level: Mapping[str, str]
    audience: Words
    outcomes: tuple[OutcomeInfo, ...]
    modules: tuple[ModuleShape, ...]
    certificate: CertificateWords | None = None
    final_check: FinalCheckFacts | None = None
    expires: date | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseSource:
    """A course ready to be packed: from a folder, or from an import that builds the same."""

    shape: CourseShape
    blobs: Mapping[str, Blob]
    practice: tuple[Item, ...]
    final: tuple[Item, ...] = ()
    delayed: tuple[Item, ...] = ()
