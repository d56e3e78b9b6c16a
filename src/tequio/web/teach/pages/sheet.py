"""A run to show to others: shares of its learners without a name, small cells hidden with what gives them away.

Each share is a table of two cells, those who did and those who did not, under the same total. Only shares that no
logic nests into each other stand here: of two nested ones, the difference would be a cell that nobody hid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.assessment.values import MasteryState
from tequio.kit.words import say
from tequio.web import figures
from tequio.web.figures import Share
from tequio.web.saying import day
from tequio_measure.small_cells import FLOOR, hide_small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.runs.api import Followed
    from tequio.web.figures import Figure
    from tequio.web.teach.pages.learners import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """The sheet. `learners` is empty when there are too few to say how many."""

    template: ClassVar[str] = "teach/sheet.html"
    key: str
    title: str
    version: int
    date: str
    learners: str
    floor: int
    figure: Figure
    here: str


def sheet_page(learners: Sequence[Followed], facts: Facts) -> SheetPage:
    of = len(learners)
    return SheetPage(
        key=facts.run.course_key,
        title=say(facts.run.title, facts.language),
        version=facts.run.version,
        date=day(facts.now),
        learners=str(of) if of >= FLOOR else "",
        floor=FLOOR,
        figure=figures.shares("sheet", _("Of all learners of this run"), _shares(of, facts)),
        here=reverse("teach_run", args=[facts.run.id]),
    )


def _shares(of: int, facts: Facts) -> Sequence[Share]:
    mastered = [
        _share(
            _("Masters in practice: %(what)s") % {"what": say(outcome.statement, facts.language)},
            sum(beliefs[place].state is MasteryState.MASTERED for beliefs in facts.beliefs.values()),
            of,
        )
        for place, outcome in enumerate(facts.run.outcomes)
        if facts.beliefs
    ]
    return [_share(_("Holds the certificate"), len(facts.codes), of), *mastered]


def _share(label: str, count: int, of: int) -> Share:
    shown = hide_small((count, of - count))
    return Share(label, shown.cells[0], shown.total)
