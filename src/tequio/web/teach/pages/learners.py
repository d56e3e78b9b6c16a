"""One learner of a run, as the teacher's list and its CSV tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.words import say
from tequio.web.saying import day
from tequio.web.teach.silence import is_silent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from tequio.assessment.values import BestResult, OutcomeMastery, OutcomeScore
    from tequio.learning.runs.api import Followed, RunToFollow
    from tequio.people.values import PersonId, PersonInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a run's learners, each by its id; looked up once for all of them.

    `beliefs` are in the order of the run's outcomes, and empty for whoever may not read results.
    """

    run: RunToFollow
    people: Mapping[PersonId, PersonInfo]
    results: Mapping[UUID, BestResult]
    codes: Mapping[UUID, str]
    beliefs: Mapping[UUID, tuple[OutcomeMastery, ...]]
    now: datetime
    language: str


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """An outcome with its result at the final check."""

    key: str
    text: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerLine:
    """A learner in the list. `result` is empty before the first attempt, or for whoever may not read results."""

    name: str
    tail: str
    where: str
    done: int
    total: int
    progress: str
    enrolled: str
    last: str
    silent: bool
    passed: bool
    result: str
    outcomes: tuple[OutcomeLine, ...]
    code: str
    certificate_href: str


def learner_line(one: Followed, facts: Facts) -> LearnerLine:
    person, result = facts.people.get(one.person), facts.results.get(one.enrolment)
    code = facts.codes.get(one.enrolment, "")
    return LearnerLine(
        name=person.name if person else _("Somebody who left"),
        tail=person.code_tail if person else "",
        where=_where(one, facts),
        done=one.steps_done,
        total=one.steps,
        progress=_progress(one),
        enrolled=day(one.enrolled_at),
        last=day(one.last_act),
        silent=is_silent(one.last_act, facts.now, done=bool(code)),
        passed=bool(result and result.passed),
        result=_result(result) if result else "",
        outcomes=tuple(_outcome(score, facts) for score in result.by_outcome) if result else (),
        code=code,
        certificate_href=reverse("certificate", args=[code]) if code else "",
    )


def _where(one: Followed, facts: Facts) -> str:
    if one.module is None:
        return _("All modules finished")
    keys = list(facts.run.modules)
    values = {
        "num": keys.index(one.module) + 1,
        "total": len(keys),
        "title": say(facts.run.modules[one.module], facts.language),
    }
    return _("Module %(num)s of %(total)s: %(title)s") % values


def _progress(one: Followed) -> str:
    words = ngettext("%(done)s of %(total)s step done", "%(done)s of %(total)s steps done", one.steps)
    return words % {"done": one.steps_done, "total": one.steps}


def _result(result: BestResult) -> str:
    right, of = sum(one.right for one in result.by_outcome), sum(one.of for one in result.by_outcome)
    words = ngettext(
        "%(right)s of %(of)s right, in %(tries)s try",
        "%(right)s of %(of)s right, the best of %(tries)s tries",
        result.tries,
    )
    return words % {"right": right, "of": of, "tries": result.tries}


def _outcome(score: OutcomeScore, facts: Facts) -> OutcomeLine:
    words = next((one.statement for one in facts.run.outcomes if one.key == score.outcome), {})
    result = _("%(right)s of %(of)s right") % {"right": score.right, "of": score.of}
    return OutcomeLine(score.outcome, say(words, facts.language) or score.outcome, result)
