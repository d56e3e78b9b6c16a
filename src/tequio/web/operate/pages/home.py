"""The operator's start page: is my hub all right, what is still to do, people, courses, the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.words import say
from tequio.people.values import Role
from tequio.web.learn.pages.moments import day_and_time
from tequio.web.operate.pages.lines import StateLine
from tequio.web.operate.pages.machine import state_lines
from tequio.web.operate.pages.todo import TodoLine, todo_lines
from tequio.web.operate.pages.working import Way, title_of
from tequio.web.operate.role_words import role_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.kit.work import WorkInfo
    from tequio.learning.values import CourseCard
    from tequio.people.values import HeadCount
    from tequio.web.operate.ledger import ChainCheck
    from tequio.web.operate.todo import Facts


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course of the organisation."""

    href: str
    title: str
    preview: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatePage:
    """The operator's start page. `verdict` answers "is my hub all right?"; `well` says whether it does so with yes."""

    template: ClassVar[str] = "operate/home.html"
    organisation: str
    verdict: str
    well: bool
    todo: Sequence[TodoLine]
    backs_up: bool  # with a button beside the machine: the first backup has its own among what is to do
    states: Sequence[StateLine]
    under_way: Sequence[Way]
    ledger: StateLine
    people: Sequence[tuple[str, str]]
    courses: Sequence[CourseLine]


def operate_page(
    *,
    organisation: str,
    facts: Facts,
    statements: int,
    last_check: ChainCheck | None,
    under_way: Sequence[WorkInfo],
    now: datetime,
    language: str,
) -> OperatePage:
    states = state_lines(facts.machine, under_way, last_check, now)
    needs = [line for line in states if line.tone != "good"]
    return OperatePage(
        organisation=organisation,
        verdict=verdict(needs),
        well=not needs,
        todo=todo_lines(facts.to_do()),
        backs_up="backup" not in facts.to_do(),
        states=states,
        under_way=[Way(reverse("work", args=[one.id]), title_of(one)) for one in under_way],
        ledger=ledger_line(statements, last_check),
        people=people_lines(facts.people),
        courses=[course_line(card, language) for card in facts.courses],
    )


def verdict(needs: Sequence[StateLine]) -> str:
    """One sentence: all is well, the one thing, or how many."""
    match len(needs):
        case 0:
            return _("All is well")
        case 1:
            what = needs[0].text.rstrip(".")
            return _("One thing needs you: %(what)s") % {"what": what[:1].lower() + what[1:]}
        case count:
            told = ngettext("%(count)d thing needs you", "%(count)d things need you", count)
            return told % {"count": count}


def people_lines(count: HeadCount) -> Sequence[tuple[str, str]]:
    """Everyone, then each role that somebody holds."""
    roles = [(role_word(role), str(count.by_role[role])) for role in Role if role in count.by_role]
    return [(_("People"), str(count.people)), *roles]


def course_line(card: CourseCard, language: str) -> CourseLine:
    return CourseLine(reverse("course", args=[card.key]), say(card.title, language), card.preview)


def ledger_line(length: int, last: ChainCheck | None) -> StateLine:
    """How long it is, and what the last walk over its chain found."""
    text = ngettext("The ledger holds %(count)d statement.", "The ledger holds %(count)d statements.", length)
    text = text % {"count": length}
    if last is None:
        return StateLine("note", "level", _("Not checked"), text, _("Nobody has had it checked for a month."))
    values = {"count": last.statements, "moment": day_and_time(last.at)}
    if last.whole:
        tip = _("Its chain was whole over %(count)d statements on %(moment)s.") % values
        return StateLine("good", "right", _("Whole"), text, tip)
    tip = _("Its chain was broken on %(moment)s. On the server, run: tequio records verify-chain") % values
    return StateLine("bad", "wrong", _("Broken"), text, tip)
