"""The page between an account and a course: what joining means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.learn.pages.measures import Fact, duration, size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.values import CourseInfo


@dataclass(frozen=True, slots=True)
class JoinCoursePage:
    """One course, one button."""

    template: ClassVar[str] = "learn/join_course.html"
    key: str
    title: str
    preview: bool
    facts: Sequence[Fact]


def join_course_page(course: CourseInfo, language: str) -> JoinCoursePage:
    facts = (
        Fact("time", duration(course.minutes)),
        Fact("data", _("%(size)s of data") % {"size": size(course.bytes)}),
    )
    return JoinCoursePage(course.key, say(course.title, language), course.run.preview, facts)
