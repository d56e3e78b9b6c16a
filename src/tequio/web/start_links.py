"""Which start pages the menu offers: those that one's grants allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.learning import api as learning
from tequio.people.values import Role

if TYPE_CHECKING:
    from tequio.people.values import Actor


@dataclass(frozen=True, slots=True)
class StartLink:
    """A start page in the menu."""

    href: str
    word: str


def start_links(actor: Actor) -> tuple[StartLink, ...]:
    """In the order of the roles below; each page guards itself, whatever the menu says."""
    pages = (
        (Role.TEACHER, "teach_home", _("My courses")),
        (Role.REVIEWER, "reviews", _("Reviews")),
        (Role.FACILITATOR, "facilitate", _("Find people")),
        (Role.OFFICER, "govern_home", _("Certificates issued")),
        (Role.OPERATOR, "operate_home", _("Run the hub")),
    )
    return tuple(StartLink(reverse(name), word) for role, name, word in pages if actor.has(role))


def own_start(actor: Actor) -> str:
    """Where somebody lands who came for nothing in particular: who only works here has no learner's day."""
    links = start_links(actor)
    if actor.person is None or not links or learning.enrolments(actor.person):
        return reverse("today")
    return links[-1].href if actor.has(Role.OPERATOR) else links[0].href
