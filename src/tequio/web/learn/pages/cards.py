"""A course in a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from tequio.kit.words import say
from tequio.web.learn.pages.measures import Fact, course_facts
from tequio.web.learn.pages.spoken import other_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.values import CourseCard


@dataclass(frozen=True, slots=True)
class Card:
    """What parts/card.html shows."""

    key: str
    title: str
    summary: str
    href: str
    facts: Sequence[Fact]
    language: str  # of the course, when it lacks the page's
    preview: bool  # no passed review yet: the card says so and promises no certificate


def cards_of(courses: Sequence[CourseCard], language: str) -> tuple[Card, ...]:
    return tuple(card_of(course, language) for course in courses)


def card_of(course: CourseCard, language: str) -> Card:
    return Card(
        key=course.key,
        title=say(course.title, language),
        summary=say(course.summary, language),
        href=reverse("course", args=[course.key]),
        facts=course_facts(
            course.minutes, course.bytes, course.level_label, course.languages, certified=not course.preview
        ),
        language=other_language(course.languages, language),
        preview=course.preview,
    )
