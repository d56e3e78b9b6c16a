"""A run's learners as CSV (RFC 4180) that a spreadsheet opens as text and never runs."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.teach.pages.learners import learner_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.learning.runs.api import Followed
    from tequio.web.teach.pages.learners import Facts, LearnerLine

# What spreadsheets take for a formula at the start of a cell, in narrow and full width (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MARK = "\ufeff"  # without it, Excel reads UTF-8 as something else


def learners_csv(learners: Sequence[Followed], facts: Facts) -> str:
    """A row of heads and one row per learner."""
    file = StringIO()
    table = csv.writer(file)
    table.writerow([harmless(head) for head in _heads(facts)])
    for one in learners:
        table.writerow([harmless(cell) for cell in _cells(one, learner_line(one, facts), facts)])
    return MARK + file.getvalue()


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it when a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def _heads(facts: Facts) -> list[str]:
    return [
        _("Name"),
        _("End of the code"),
        _("Joined on"),
        _("Steps done"),
        _("Steps"),
        _("Where"),
        _("Last act"),
        _("Silent"),
        _("Final check"),
        *(say(outcome.statement, facts.language) for outcome in facts.run.outcomes),
        _("Certificate"),
    ]


def _cells(one: Followed, line: LearnerLine, facts: Facts) -> list[str]:
    results = {outcome.key: outcome.result for outcome in line.outcomes}
    return [
        line.name,
        line.tail,
        _day(one.enrolled_at),
        str(line.done),
        str(line.total),
        line.where,
        _day(one.last_act),
        _("yes") if line.silent else _("no"),
        line.result,
        *(results.get(outcome.key, "") for outcome in facts.run.outcomes),
        line.code,
    ]


def _day(moment: datetime) -> str:
    """ISO 8601, which sorts and reads the same everywhere."""
    return localtime(moment).date().isoformat()
