"""The operator's start page: people, courses, the ledger, and how the machine is doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.words import say
from tequio.people.values import Role
from tequio.web.learn.pages.moments import day_and_time
from tequio.web.operate.ledger import MOST
from tequio.web.operate.role_words import role_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.learning.values import CourseCard
    from tequio.people.values import HeadCount
    from tequio.web.operate.ledger import ChainCheck
    from tequio.web.operate.machine import Machine

LITTLE_ROOM, NO_ROOM = 500 * 2**20, 50 * 2**20
BACKUP_AGE = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class StateLine:
    """One thing looked at; shown by parts/checks.html."""

    tone: str
    icon: str
    word: str
    text: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course of the organisation."""

    href: str
    title: str
    preview: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatePage:
    """The operator's start page. `can_check`: the ledger is short enough to be walked while one waits."""

    template: ClassVar[str] = "operate/home.html"
    organisation: str
    people: Sequence[tuple[str, str]]
    courses: Sequence[CourseLine]
    ledger: StateLine
    can_check: bool
    states: Sequence[StateLine]


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
        tip = (
            ""
            if length <= MOST
            else _("It is too long to be checked here. On the server, run: tequio doctor")
        )
        return StateLine("note", "level", _("Not checked"), text, tip)
    values = {"count": last.statements, "moment": day_and_time(last.at)}
    if last.whole:
        tip = _("Its chain was whole over %(count)d statements on %(moment)s.") % values
        return StateLine("good", "right", _("Whole"), text, tip)
    tip = _("Its chain was broken on %(moment)s. On the server, run: tequio doctor") % values
    return StateLine("bad", "wrong", _("Broken"), text, tip)


def state_lines(machine: Machine, now: datetime) -> Sequence[StateLine]:
    return (
        _backup(machine.backup_at, now),
        _disk(machine.free_bytes),
        _waiting(
            ngettext("%(count)d event waits.", "%(count)d events wait.", machine.events_waiting),
            machine.events_waiting,
            machine.events_stuck,
        ),
        _waiting(
            ngettext("%(count)d job waits.", "%(count)d jobs wait.", machine.jobs_waiting),
            machine.jobs_waiting,
            machine.jobs_failed,
        ),
    )


def _backup(at: datetime | None, now: datetime) -> StateLine:
    if at is None:
        tip = _("On the server, run: tequio backup")
        return StateLine("bad", "wrong", _("Act now"), _("There is no backup yet."), tip)
    text = _("The last backup is of %(moment)s.") % {"moment": day_and_time(at)}
    if now - at < BACKUP_AGE:
        return StateLine("good", "right", _("Fine"), text)
    return StateLine("note", "note", _("Look at it"), text, _("A backup every night is the rule."))


def _disk(free: int) -> StateLine:
    text = _("%(gigabytes)s GB are free on the disk.") % {"gigabytes": number_format(free / 10**9, 1)}
    if free >= LITTLE_ROOM:
        return StateLine("good", "right", _("Fine"), text)
    if free >= NO_ROOM:
        return StateLine("note", "note", _("Look at it"), text)
    return StateLine("bad", "wrong", _("Act now"), text)


def _waiting(text: str, waiting: int, given_up: int) -> StateLine:
    text = text % {"count": waiting}
    if not given_up:
        return StateLine("good", "right", _("Fine"), text)
    tip = ngettext(
        "%(count)d was given up; the log says why.", "%(count)d were given up; the log says why.", given_up
    )
    return StateLine("bad", "wrong", _("Act now"), text, tip % {"count": given_up})
