"""A module: its steps, and how many of them are done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.learn.pages.measures import Fact, duration, size
from tequio.web.learn.pages.spoken import other_language
from tequio.web.learn.pages.ways import module_way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.values import ModuleInfo, ModuleProgress, OutcomeInfo
    from tequio.web.learn.pages.course_map import MapStep


@dataclass(frozen=True, slots=True, kw_only=True)
class ModulePage:
    """One module. Anybody may read it; what is done shows only to those who joined."""

    template: ClassVar[str] = "learn/module.html"
    language: str  # of the course, when it lacks the page's
    title: str
    summary: str
    course_title: str
    course_key: str
    number: int
    outcome: str  # what one will be able to do; empty when the course does not say
    facts: Sequence[Fact]
    steps: Sequence[MapStep]
    joined: bool
    done: int
    start_href: str  # first step that is not done; empty when all are
    next_href: str  # the next module, or empty on the last one


def module_page(
    module: ModuleInfo, outcomes: Sequence[OutcomeInfo], progress: ModuleProgress | None, language: str
) -> ModulePage:
    finished = progress.finished if progress else None
    steps = module_way(module, finished, language)
    first_open = next((step for step in steps if step.state != "done"), None)
    return ModulePage(
        language=other_language(module.languages, language),
        title=say(module.title, language),
        summary=say(module.summary, language),
        course_title=say(module.course_title, language),
        course_key=module.course_key,
        number=module.num,
        outcome=_outcome(module, outcomes, language),
        facts=(
            Fact("time", duration(module.minutes)),
            Fact("data", _("%(size)s of data") % {"size": size(module.bytes)}),
            Fact("money", _("Costs 0")),
        ),
        steps=steps,
        joined=progress is not None,
        done=len(finished or ()),
        start_href=first_open.href if first_open else "",
        next_href=reverse("module", args=[module.course_key, module.next]) if module.next else "",
    )


def _outcome(module: ModuleInfo, outcomes: Sequence[OutcomeInfo], language: str) -> str:
    return next((say(one.statement, language) for one in outcomes if one.key == module.outcome), "")
