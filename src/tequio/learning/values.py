"""What the learning wall says to others: frozen values and no rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType
from uuid import UUID

from tequio.kit.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from fractions import Fraction

    from tequio.assessment.values import PaperSpec
    from tequio.kit.words import Words
    from tequio.people.values import OrganisationId, PersonId
    from tequio_standards.qti import Item

CourseId = NewType("CourseId", UUID)
VersionId = NewType("VersionId", UUID)
RunId = NewType("RunId", UUID)
EnrolmentId = NewType("EnrolmentId", UUID)


class StepKind(StrEnum):
    """What a learner meets in a step; `fallback` is foreign content that we can only show."""

    TASK = "task"
    EXPLANATION = "explanation"
    EXAMPLE = "example"
    PRACTICE = "practice"
    CHECK = "check"
    PAGE = "page"
    FALLBACK = "fallback"


class ReviewKind(StrEnum):
    """Who looked: the program itself, or a named reviewer of the same organisation."""

    MACHINE = "machine"
    SELF = "self"


class Finding(StrEnum):
    """What a review says of one criterion."""

    MET = "met"
    NOT_MET = "not"
    NOT_APPLICABLE = "na"


class ProgressState(StrEnum):
    """How far a learner is in a module."""

    NEW = "new"
    OPENED = "opened"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a course folder: where (path inside it, line from 1) and how to put it right."""

    file: str
    line: int
    message: str
    code: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class CourseFolderError(Refused):
    """The folder cannot be compiled; `problems` says where and why."""

    code = "course_folder"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One row of a review: criterion R01–R45, what was found, and the evidence for it."""

    criterion: str
    finding: Finding
    evidence: str


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """A review of one version, as the course page tells of it. `demo`: signed by a simulated reviewer."""

    kind: ReviewKind
    by_name: str
    passed: bool
    at: datetime
    demo: bool
    results: tuple[CriterionResult, ...] = ()


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes of a package with their media type."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Package:
    """A compiled course: the manifest's bytes, named by their SHA-256, and the blobs it lists."""

    id: str
    manifest: bytes
    blobs: Mapping[str, Blob]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What a course folder (or an import) becomes. Final and delayed items stay out of the package."""

    key: str
    package: Package
    final: tuple[Item, ...]
    delayed: tuple[Item, ...]
    paper: PaperSpec | None
    results: tuple[CriterionResult, ...]


@dataclass(frozen=True, slots=True)
class Fallback:
    """Why a step is only shown and not native: a code, a sentence, and what it was where it came from."""

    reason: str
    detail: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Alignment:
    """An outcome's link to a skill in a published framework."""

    uri: str
    label: Words
    framework: str
    version: str


@dataclass(frozen=True, slots=True)
class OutcomeInfo:
    """What a learner will be able to do."""

    key: str
    statement: Words
    level: str
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class StepInfo:
    """One thing to do in a module; `items` are keys of practice items."""

    key: str
    kind: StepKind
    minutes: int
    title: Words
    items: tuple[str, ...] = ()
    fallback: Fallback | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleInfo:
    """A module in its course. `bytes` is what one language of it costs on the wire, compressed, images included."""

    key: str
    num: int
    title: Words
    summary: Words
    minutes: int
    bytes: int
    outcome: str
    licence: str
    steps: tuple[StepInfo, ...]
    course_key: str
    course_title: Words
    languages: tuple[str, ...]
    package_id: str
    previous: str | None
    next: str | None
    preview: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """A step to read: an HTML fragment (headings from h2) and its practice items. No database behind it."""

    module: ModuleInfo
    step: StepInfo
    language: str
    html: str
    items: tuple[Item, ...]
    fallback: Fallback | None
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """What the certificate means, does not mean, and how it is assessed: Markdown by language."""

    means: Words
    does_not_mean: Words
    assessment: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalCheckFacts:
    """The rules of the final check, as they stand on the course page."""

    paper_key: str
    title: Words
    minutes: int
    tries: int
    wait_hours: int
    cut: Fraction
    cut_method: Words
    blueprint: tuple[tuple[str, int], ...]  # outcome, how many items

    @property
    def items(self) -> int:
        """How many items a learner meets."""
        return sum(count for _, count in self.blueprint)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a course's facts come from."""

    title: str
    url: str
    date: str


@dataclass(frozen=True, slots=True)
class RunInfo:
    """The run a learner would join now. No dates: at one's own pace. `preview`: no passed review yet."""

    id: RunId
    preview: bool
    starts_at: datetime | None
    ends_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseCard:
    """A course in the catalogue. `level_label` is its reading level, such as "B1"."""

    key: str
    title: Words
    summary: Words
    minutes: int
    bytes: int
    languages: tuple[str, ...]
    level_label: str
    preview: bool
    modules: int = 0
    organisation: OrganisationId | None = None
    package_id: str = ""


@dataclass(frozen=True, slots=True)
class ModuleTexts:
    """The words of a module that a search looks at."""

    key: str
    title: Words
    summary: Words
    steps: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseTexts:
    """The words of a course on offer that a search looks at."""

    key: str
    title: Words
    summary: Words
    outcomes: tuple[Words, ...]
    modules: tuple[ModuleTexts, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseInfo:
    """Everything the course page says before one joins."""

    id: CourseId
    key: str
    organisation: OrganisationId
    version: VersionId
    num: int
    package_id: str
    title: Words
    summary: Words
    audience: Words
    languages: tuple[str, ...]
    licence: str
    authors: tuple[str, ...]
    hours: str
    minutes: int
    bytes: int
    reading_level: Mapping[str, str]
    outcomes: tuple[OutcomeInfo, ...]
    modules: tuple[ModuleInfo, ...]
    certificate: CertificateWords | None
    final_check: FinalCheckFacts | None
    expires: date | None
    sources: tuple[Source, ...]
    reviews: tuple[ReviewSummary, ...]
    run: RunInfo
    published_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """A learner in a run; pins the version. Its id is the `registration` of every statement."""

    id: EnrolmentId
    person: PersonId
    organisation: OrganisationId
    run: RunId
    course_key: str
    version: VersionId
    package_id: str
    enrolled_at: datetime
    language: str
    preview: bool = False


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """Steps finished in one module; `finished` and `opened` hold step keys."""

    key: str
    steps_done: int
    steps: int
    state: ProgressState
    finished: frozenset[str] = field(default=frozenset())
    opened: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a learner is in a course: derived from statements, never kept by hand."""

    modules: tuple[ModuleProgress, ...]
    done: bool
