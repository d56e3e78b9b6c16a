"""Every part once, with sample content that could be true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext as _

from tequio.web.icons import PATHS
from tequio.web.learn.pages.cards import Card
from tequio.web.learn.pages.gallery_switches import Switch, View, switches
from tequio.web.learn.pages.measures import Fact, course_facts
from tequio.web.learn.pages.sample_charts import sample_charts
from tequio.web.learn.pages.sample_checks import SampleCheck, sample_checks
from tequio.web.learn.pages.sample_course import sample_diff, sample_map
from tequio.web.learn.pages.sample_items import sample_items, sample_practice
from tequio.web.learn.pages.sample_waiting import SampleWaiting, sample_waiting
from tequio.web.verify.pages.samples import sample_answers, sample_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.forms import Form

    from tequio.web.diffing import Row
    from tequio.web.figures import Figure
    from tequio.web.learn.entering import Entry
    from tequio.web.learn.pages.course_map import MapStep
    from tequio.web.learn.pages.items import ItemView
    from tequio.web.learn.pages.practice import PracticeView
    from tequio.web.verify.pages.checks import Answer
    from tequio.web.verify.pages.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPage:
    """What each part is given."""

    template: ClassVar[str] = "gallery.html"
    here: str
    rtl: bool
    theme: str  # "light", "dark", or empty: as everywhere
    switches: Sequence[Sequence[Switch]]
    icons: Sequence[str]
    form: Form
    wrong: Form
    card: Card
    facts: Sequence[Fact]
    rows: Sequence[tuple[str, str]]
    items: Sequence[ItemView]
    practices: Sequence[PracticeView]
    checks: Sequence[SampleCheck]
    charts: Sequence[Figure]
    steps: Sequence[MapStep]
    versions: Sequence[Row]
    answers: Sequence[Answer]
    sheet: Sheet
    waiting: SampleWaiting
    enter_as: Sequence[Entry]  # empty outside demo mode: then the part is not there either


def gallery_page(*, view: View, form: Form, wrong: Form, enter_as: Sequence[Entry]) -> GalleryPage:
    here = view.address
    return GalleryPage(
        here=here,
        rtl=view.rtl,
        theme=view.theme,
        switches=switches(view),
        icons=sorted(PATHS),
        form=form,
        wrong=wrong,
        card=_card(here),
        facts=_facts(),
        rows=_rows(),
        items=sample_items(),
        practices=sample_practice(here),
        checks=sample_checks(),
        charts=sample_charts(),
        steps=sample_map(here),
        versions=sample_diff(),
        answers=sample_answers(),
        sheet=sample_sheet(),
        waiting=sample_waiting(here),
        enter_as=enter_as,
    )


def _facts() -> Sequence[Fact]:
    return course_facts(45, 310_000, "B1", ("es", "en"), certified=True)


def _card(href: str) -> Card:
    return Card(
        key="rain-water",
        title=_("Water from your roof"),
        summary=_("How to gather rain, keep it clean and know when not to drink it."),
        href=href,
        facts=_facts(),
        language="",
        preview=True,
    )


def _rows() -> Sequence[tuple[str, str]]:
    return (
        (_("Name"), "María Hernández López"),
        (_("Level"), "L1"),
        (_("Issuer's address"), "did:web:example.org:orgs:barro"),
    )
