"""One version before its reviewer: what the program found, what the course is, and the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.words import say
from tequio.web.learn.pages.course_words import check_lines, review_lines
from tequio.web.learn.pages.measures import duration
from tequio.web.learn.pages.spoken import language_names
from tequio.web.markdown import to_html
from tequio.web.saying import day
from tequio.web.teach.pages.bank import PoolLine, has_items, pool_lines
from tequio.web.teach.pages.findings import finding_line, findings
from tequio.web.teach.review_form import DECIDED_BY_PEOPLE, ESSENTIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.forms.boundfield import BoundField
    from django.utils.safestring import SafeString

    from tequio.assessment.values import BankInfo
    from tequio.learning.review.api import ToReview
    from tequio.people.values import PersonId
    from tequio.web.learn.pages.course_words import ReviewLine
    from tequio.web.teach.pages.findings import FindingLine, Findings
    from tequio.web.teach.review_form import ReviewForm


@dataclass(frozen=True, slots=True)
class ModuleLink:
    """A module to read as learners do, with keys and reasons beside the practice items."""

    href: str
    title: str
    time: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion in the form; `program` is what the machine found, None when it left this to people."""

    key: str
    text: str
    essential: bool
    program: FindingLine | None
    finding: BoundField
    evidence: BoundField


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """One version. `blocked`: whatever a reviewer signs, the program refuses it.

    `why_not` says why the reader may not review it; empty when they may.
    """

    template: ClassVar[str] = "teach/review.html"
    title: str
    num: int
    here: str
    lead: str
    audience: SafeString
    facts: Sequence[tuple[str, str]]
    outcomes: Sequence[str]
    modules: Sequence[ModuleLink]
    check: Sequence[str]
    items_href: str  # empty when there are none to read, or not for this reader
    pools: Sequence[PoolLine]
    reviews: Sequence[ReviewLine]
    last: Findings | None
    program: Findings
    blocked: bool
    why_not: str
    form: ReviewForm
    rows: Sequence[CriterionRow]


def review_page(
    version: ToReview, bank: BankInfo | None, form: ReviewForm, *, reader: PersonId | None, language: str
) -> ReviewPage:
    why_not = _why_not(version, reader)
    return ReviewPage(
        title=say(version.title, language),
        num=version.num,
        here=reverse("review_course", args=[version.id]),
        lead=say(version.summary, language),
        audience=to_html(say(version.audience, language)),
        facts=_facts(version),
        outcomes=[say(one.statement, language) for one in version.outcomes],
        modules=[_module(version, num, language) for num in range(len(version.modules))],
        check=check_lines(version.final_check),
        items_href="" if why_not or not has_items(bank) else reverse("review_items", args=[version.id]),
        pools=pool_lines(bank),
        reviews=review_lines(version.reviews),
        last=findings(version.last) if version.last else None,
        program=findings(version.machine),
        blocked=bool(version.machine and not version.machine.passed),
        why_not=why_not,
        form=form,
        rows=_rows(version, form),
    )


def _facts(version: ToReview) -> Sequence[tuple[str, str]]:
    package = _("%(start)s… (names this version for good)") % {"start": version.package_id[:12]}
    told = (
        (_("Handed in"), day(version.made_at)),
        (_("Authors"), ", ".join(version.authors)),
        (_("Licence"), version.licence),
        (_("Languages"), language_names(version.languages)),
        (_("Time"), duration(sum(one.minutes for one in version.modules))),
        (_("Practice items"), str(version.practice_items)),
        (
            _("To be reviewed again by"),
            day(version.expires) if version.expires else "",
        ),
        (_("Package"), package),
    )
    return [(name, value) for name, value in told if value]


def _module(version: ToReview, num: int, language: str) -> ModuleLink:
    module = version.modules[num]
    steps = ngettext("%(count)d step", "%(count)d steps", len(module.steps)) % {"count": len(module.steps)}
    return ModuleLink(
        reverse("review_module", args=[version.id, module.key]),
        f"{num + 1}. {say(module.title, language)}",
        f"{duration(module.minutes)} · {steps}",
    )


def _why_not(version: ToReview, reader: PersonId | None) -> str:
    if version.made_by == reader:
        return _("You handed in this version. Somebody else reviews it.")
    if not version.newest:
        return _("A newer version has been handed in. Review that one.")
    return ""


def _rows(version: ToReview, form: ReviewForm) -> Sequence[CriterionRow]:
    found = {row.criterion: row for row in (version.machine.results if version.machine else ())}
    return [
        CriterionRow(
            one.key,
            _(one.text),
            one.key in ESSENTIAL,
            finding_line(found[one.key], program=True) if one.key in found and one.by == "B" else None,
            *form.bound(one),
        )
        for one in DECIDED_BY_PEOPLE
    ]
