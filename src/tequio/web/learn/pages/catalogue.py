"""All courses of the hub."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tequio.web.learn.pages.cards import Card, cards_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.values import CourseCard


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """Every open course as a card; no login asked."""

    template: ClassVar[str] = "learn/courses.html"
    cards: Sequence[Card]


def catalogue_page(courses: Sequence[CourseCard], language: str) -> CataloguePage:
    reviewed_first = sorted(courses, key=lambda course: course.preview)
    return CataloguePage(cards_of(reviewed_first, language))
