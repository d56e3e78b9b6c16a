"""Bringing in a course: choosing the file, and the report of what becomes of every piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.web.learn.pages.measures import size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.exchange.api import ImportReport
    from tequio.web.operate.import_form import ImportForm


@dataclass(frozen=True, slots=True)
class ImportPage:
    """The form to choose a file."""

    template: ClassVar[str] = "operate/import.html"
    form: ImportForm
    most: str


@dataclass(frozen=True, slots=True)
class CountLine:
    """Steps or items, by what becomes of them."""

    name: str
    native: int
    fallback: int
    lost: int


@dataclass(frozen=True, slots=True)
class PieceLine:
    """One piece of the file. `reason` is the program's own English."""

    title: str
    where: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class FateGroup:
    """All pieces with one fate, and what it means."""

    word: str
    tone: str
    icon: str
    sentence: str
    rows: Sequence[PieceLine]
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """What would become of the file. Nothing has been written yet."""

    template: ClassVar[str] = "operate/import_report.html"
    title: str
    file: str
    format: str
    here: str
    counts: Sequence[CountLine]
    groups: Sequence[FateGroup]


def import_page(form: ImportForm, most_bytes: int) -> ImportPage:
    return ImportPage(form, size(most_bytes))


def report_page(report: ImportReport, file: str, token: str) -> ReportPage:
    return ReportPage(
        title=report.title,
        file=file,
        format=FORMATS.get(report.format, report.format),
        here=reverse("import_report", args=[token]),
        counts=(
            CountLine(_("Steps"), report.steps.native, report.steps.fallback, report.steps.lost),
            CountLine(_("Items"), report.items.native, report.items.fallback, report.items.lost),
        ),
        groups=[group for group in _groups(report) if group.rows],
    )


FORMATS = {"olx": "Open edX (OLX)"}


def _groups(report: ImportReport) -> Sequence[FateGroup]:
    """What needs a look first: what is lost, what is only shown, remarks; then what came over whole."""
    fates = (
        ("lost", "bad", "wrong", _("Lost"), _("These pieces are not in the course afterwards.")),
        (
            "fallback",
            "note",
            "note",
            _("Shown as they came"),
            _("Learners can open these in place; they are not ours."),
        ),
        ("remark", "note", "hint", _("Remarks"), _("Something about these pieces was left out or changed.")),
        (
            "native",
            "good",
            "right",
            _("Came over whole"),
            _("These pieces are ours from now on, to edit and to score."),
        ),
    )
    return [
        FateGroup(word, tone, icon, sentence, _pieces(report, fate), open=fate == "lost")
        for fate, tone, icon, word, sentence in fates
    ]


def _pieces(report: ImportReport, fate: str) -> Sequence[PieceLine]:
    kinds = {"step": _("Step"), "item": _("Item"), "file": _("File")}
    return [
        PieceLine(row.title, row.where, kinds.get(row.kind, row.kind), row.reason)
        for row in report.rows
        if row.fate == fate
    ]
