"""Today: the one thing to do next, then one's courses and the ways to what one knows, did and earned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse

from tequio.kit.words import say
from tequio.web.learn.pages.next_thing import next_thing
from tequio.web.names import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.web.learn.pages.next_thing import NextThing, Studied


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLine:
    """One course that the learner studies."""

    title: str
    href: str
    done: int
    total: int
    preview: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """A learner's start page. `thing` is None for whoever has not joined a course; `certificates` counts them."""

    template: ClassVar[str] = "learn/today.html"
    name: str
    thing: NextThing | None
    courses: Sequence[CourseLine]
    certificates: int


def today_page(
    name: str, studied: Sequence[Studied], *, certificates: int, now: datetime, language: str
) -> TodayPage:
    return TodayPage(
        name=short_name(name),
        thing=next_thing(studied, now=now, language=language),
        courses=[_course_line(one, language) for one in studied],
        certificates=certificates,
    )


def _course_line(one: Studied, language: str) -> CourseLine:
    return CourseLine(
        title=say(one.course.title, language),
        href=reverse("course", args=[one.course.key]),
        done=one.done,
        total=one.total,
        preview=one.enrolment.preview,
    )
