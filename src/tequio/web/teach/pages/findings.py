"""What was found of a criterion, as a line of a list of checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.learning.review.api import CRITERIA
from tequio.learning.values import Finding, ReviewKind
from tequio.web.teach.evidence import in_words
from tequio.web.teach.review_form import ESSENTIAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tequio.learning.values import CriterionResult, ReviewSummary

TEXTS = {one.key: one.text for one in CRITERIA}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One criterion with its finding; shown by parts/checks.html. `tip` is the evidence."""

    tone: str
    icon: str
    word: str
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Findings:
    """A review's lines, those that are not met apart from the rest."""

    not_met: Sequence[FindingLine]
    met: Sequence[FindingLine]
    open: Sequence[FindingLine]


def findings(review: ReviewSummary | None) -> Findings:
    rows = review.results if review else ()
    program = review is not None and review.kind is ReviewKind.MACHINE
    return Findings(
        not_met=_lines(rows, Finding.NOT_MET, program=program),
        met=_lines(rows, Finding.MET, program=program),
        open=_lines(rows, Finding.NOT_APPLICABLE, program=program),
    )


def finding_line(row: CriterionResult, *, program: bool) -> FindingLine:
    """`program`: what it leaves open, people decide. Whose sentences we know are said in the reader's language."""
    tone, icon, word = _words(row, program=program)
    return FindingLine(
        tone, icon, word, f"{row.criterion} · {_(TEXTS[row.criterion])}", in_words(row.evidence)
    )


def _lines(rows: Iterable[CriterionResult], finding: Finding, *, program: bool) -> Sequence[FindingLine]:
    return [finding_line(row, program=program) for row in rows if row.finding is finding]


def _words(row: CriterionResult, *, program: bool) -> tuple[str, str, str]:
    if row.finding is Finding.MET:
        return "good", "right", _("Met")
    if row.finding is Finding.NOT_MET:
        essential = row.criterion in ESSENTIAL
        return ("bad", "wrong", _("Not met, essential")) if essential else ("note", "note", _("Not met"))
    return "note", "level", _("Not decided") if program else _("Not applicable")
