"""Who needs the teacher: those who fell silent and those who are stuck, each with the reason as a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.teach.stuck import did_not_pass, stuck_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.runs.api import Followed
    from tequio.web.teach.pages.learners import Facts, LearnerLine

SHOWN = 4


@dataclass(frozen=True, slots=True)
class Need:
    """One learner to ask after, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """The first of each kind; `more` counts the others, whom the address shows."""

    silent: Sequence[Need]
    silent_more: int
    silent_href: str
    stuck: Sequence[Need]
    stuck_more: int
    stuck_href: str

    @property
    def nobody(self) -> bool:
        return not self.silent and not self.stuck


def needs(followed: Sequence[Followed], lines: Sequence[LearnerLine], facts: Facts) -> Needs:
    """Those who need something, whoever was silent longest first; nobody stands in both lists."""
    silent = [Need(line.name, _silence(line)) for line in lines if line.silent]
    stuck = [
        Need(line.name, reason)
        for one, line in zip(followed, lines, strict=True)
        if not line.silent and (reason := why_stuck(one, facts))
    ]
    return Needs(
        silent=silent[:SHOWN],
        silent_more=max(len(silent) - SHOWN, 0),
        silent_href=_only("silent", facts),
        stuck=stuck[:SHOWN],
        stuck_more=max(len(stuck) - SHOWN, 0),
        stuck_href=_only("stuck", facts),
    )


def why_stuck(one: Followed, facts: Facts) -> str:
    """What does not work for this learner, or nothing. Whoever holds a certificate is not stuck."""
    if one.enrolment in facts.codes:
        return ""
    result = facts.results.get(one.enrolment)
    if did_not_pass(result):
        assert result is not None
        right, of = sum(part.right for part in result.by_outcome), sum(part.of for part in result.by_outcome)
        values = {"right": right, "of": of, "tries": result.tries}
        return (
            _("Final check not passed: at best %(right)d of %(of)d right, tries so far: %(tries)d.") % values
        )
    worst = stuck_at(facts.beliefs.get(one.enrolment, ()))
    if worst is None:
        return ""
    words = {outcome.key: say(outcome.statement, facts.language) for outcome in facts.run.outcomes}
    values_of = {"right": worst.right, "of": worst.of, "what": words[worst.outcome]}
    return _("%(right)d of %(of)d right at the first try: %(what)s") % values_of


def _silence(line: LearnerLine) -> str:
    return _("Silent since %(last)s. %(where)s") % {"last": line.last, "where": line.where}


def _only(kind: str, facts: Facts) -> str:
    return f"{reverse('teach_run', args=[facts.run.id])}?{urlencode({'show': kind})}"
