"""What happens in learning, told to the walls above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.kit.events import Event

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePublished(Event):
    """A version is on offer (HOUSE, Assurance: a preview until its review passed)."""

    course: UUID
    version: UUID
    organisation: UUID
    course_key: str
    preview: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerEnrolled(Event):
    """Someone is in a run; the version is pinned (HOUSE, Runs and languages)."""

    enrolment: UUID
    person: UUID
    organisation: UUID
    run: UUID
    version: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleFinished(Event):
    """Every step of a module is finished."""

    enrolment: UUID
    person: UUID
    organisation: UUID
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseFinished(Event):
    """Every module of the course is finished; the final check is another matter."""

    enrolment: UUID
    person: UUID
    organisation: UUID
