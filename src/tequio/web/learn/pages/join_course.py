"""The page between an account and a course: what joining means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tequio.kit.words import say

if TYPE_CHECKING:
    from tequio.learning.values import CourseInfo


@dataclass(frozen=True, slots=True)
class JoinCoursePage:
    """One course, one button."""

    template: ClassVar[str] = "learn/join_course.html"
    key: str
    title: str
    preview: bool


def join_course_page(course: CourseInfo, language: str) -> JoinCoursePage:
    return JoinCoursePage(course.key, say(course.title, language), course.run.preview)
