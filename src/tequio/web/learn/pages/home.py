"""The hub's home page: what this is, and a course in one tap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tequio.web.learn.pages.cards import Card, cards_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.values import CourseCard
    from tequio.web.learn.entering import Entry

SHOWN = 4


@dataclass(frozen=True, slots=True)
class HomePage:
    """For a stranger: one sentence, the way to a course, the way to check a certificate."""

    template: ClassVar[str] = "learn/home.html"
    cards: Sequence[Card]
    first_href: str  # one course in one tap; empty while there is none
    more: bool  # there are more courses than shown here
    enter_as: Sequence[Entry]  # the demo's front door; empty on every other hub


def home_page(courses: Sequence[CourseCard], enter_as: Sequence[Entry], language: str) -> HomePage:
    reviewed_first = sorted(courses, key=lambda course: course.preview)
    cards = cards_of(reviewed_first[:SHOWN], language)
    return HomePage(cards, cards[0].href if cards else "", len(courses) > SHOWN, enter_as)
