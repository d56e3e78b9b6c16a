"""The one thing that today's page is about: what a learner does next, out of all that they could do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.assessment.values import AttemptState
from tequio.credentials.values import CredentialState
from tequio.kit.words import say
from tequio.web.learn.pages.moments import time_of_day, time_to_come

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.assessment.values import AttemptInfo, AttemptResult
    from tequio.credentials.values import CredentialView
    from tequio.learning.values import CourseInfo, Enrolment, ModuleInfo, Progress, StepInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """One course that somebody studies. `module` is the first with something left to do, `last` the newest result."""

    enrolment: Enrolment
    course: CourseInfo
    progress: Progress
    module: ModuleInfo | None
    tries: Sequence[AttemptInfo]
    last: AttemptResult | None
    certificate: CredentialView | None

    @property
    def done(self) -> int:
        return sum(one.steps_done for one in self.progress.modules)

    @property
    def total(self) -> int:
        return sum(one.steps for one in self.progress.modules)

    @property
    def open_try(self) -> AttemptInfo | None:
        return next((one for one in self.tries if one.state is AttemptState.OPEN), None)

    @property
    def passed(self) -> bool:
        return any(one.passed for one in self.tries)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextThing:
    """The main card: what it is, a sentence or two, and one button. `rank`: what presses most comes first."""

    rank: int
    key: str
    course: str
    title: str
    text: str
    href: str
    word: str
    more: str = ""
    icon: str = "next"


def next_thing(studied: Sequence[Studied], *, now: datetime, language: str) -> NextThing | None:
    """What presses most; of equals, what belongs to the course joined last."""
    things = [_of_course(one, now, language) for one in studied]
    return min(things, key=lambda thing: thing.rank, default=None)


def first_open_step(module: ModuleInfo | None, progress: Progress) -> StepInfo | None:
    """The step to go on with."""
    if module is None:
        return None
    finished = {key for one in progress.modules if one.key == module.key for key in one.finished}
    return next((step for step in module.steps if step.key not in finished), None)


def _of_course(one: Studied, now: datetime, language: str) -> NextThing:
    if one.open_try is not None:
        return _open_check(one, one.open_try, language)
    if one.certificate is not None and one.certificate.state is CredentialState.VALID:
        return _certificate(one, one.certificate, language)  # earned before every step was done, perhaps
    step = first_open_step(one.module, one.progress)
    if one.module is not None and step is not None:
        return _go_on(one, one.module, step, language)
    if one.certificate is not None:
        return _certificate(one, one.certificate, language)
    if one.course.final_check is None or one.passed:
        return _finished(one, language)
    return _check(one, now, language)


def _open_check(one: Studied, attempt: AttemptInfo, language: str) -> NextThing:
    text = _("You have time until %(time)s. What you answered is kept.")
    return _thing(
        one,
        0,
        language,
        title=_("Your final check is open"),
        text=text % {"time": time_of_day(attempt.deadline)},
        href=reverse("attempt", args=[attempt.id]),
        word=_("Back to the check"),
    )


def _go_on(one: Studied, module: ModuleInfo, step: StepInfo, language: str) -> NextThing:
    minutes = ngettext("about %(minutes)d minute", "about %(minutes)d minutes", step.minutes)
    more = {"step": say(step.title, language), "time": minutes % {"minutes": step.minutes}}
    return _thing(
        one,
        1,
        language,
        title=_("Go on where you stopped") if one.done else _("Begin with the first step"),
        text=say(module.title, language),
        more=_("Next step: %(step)s · %(time)s") % more,
        href=reverse("step", args=[one.course.key, module.key, step.key]),
        word=_("Go on") if one.done else _("Begin"),
    )


def _check(one: Studied, now: datetime, language: str) -> NextThing:
    wait = time_to_come(one.last.next_try_at if one.last else None, now)
    if wait or (one.last is not None and not one.last.tries_left):
        return _practise_first(one, wait, language)
    check = one.course.final_check
    assert check is not None
    text = _(
        "%(items)d items in %(minutes)d minutes. Read the rules first; the clock starts when you say so."
    )
    return _thing(
        one,
        2,
        language,
        title=_("You can take the final check"),
        text=text % {"items": check.items, "minutes": check.minutes},
        href=reverse("final_check", args=[one.course.key]),
        word=_("To the final check"),
    )


def _practise_first(one: Studied, wait: str, language: str) -> NextThing:
    """Between two tries, or after the last: what one can do is practise."""
    again = _("You can try again from %(moment)s. Until then, practise what is not firm yet.") % {
        "moment": wait
    }
    return _thing(
        one,
        3,
        language,
        title=_("Your next try comes soon") if wait else _("Your tries are used up"),
        text=again
        if wait
        else _("What you learned is yours. You can go on practising as often as you like."),
        href=reverse("know"),
        word=_("See what to practise"),
    )


def _certificate(one: Studied, certificate: CredentialView, language: str) -> NextThing:
    revoked = certificate.revocation is not None
    return _thing(
        one,
        4,
        language,
        title=_("Your certificate was revoked") if revoked else _("Your certificate is ready"),
        text=_("The page says why, and since when.")
        if revoked
        else _("Print it, or send its address to whoever asks. Anyone can check it."),
        href=reverse("certificate", args=[certificate.code]),
        word=_("See why") if revoked else _("See your certificate"),
        icon="certificate",
    )


def _finished(one: Studied, language: str) -> NextThing:
    return _thing(
        one,
        5,
        language,
        title=_("You finished the course"),
        text=_("Look at what you can do by now, or choose your next course."),
        href=reverse("know"),
        word=_("See what I know"),
    )


def _thing(
    one: Studied,
    rank: int,
    language: str,
    *,
    title: str,
    text: str,
    href: str,
    word: str,
    more: str = "",
    icon: str = "next",
) -> NextThing:
    return NextThing(
        rank=rank,
        key=one.course.key,
        course=say(one.course.title, language),
        title=title,
        text=text,
        href=href,
        word=word,
        more=more,
        icon=icon,
    )
