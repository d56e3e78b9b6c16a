"""A module: its steps, and how many of them are done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.learn.pages.kinds import kind_word
from tequio.web.learn.pages.measures import Fact, duration, size
from tequio.web.learn.pages.spoken import other_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.values import ModuleInfo, ModuleProgress, StepInfo


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step in the module's list."""

    href: str
    title: str
    kind: str
    time: str
    done: bool


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
    facts: Sequence[Fact]
    steps: Sequence[StepLine]
    joined: bool
    done: int
    start_href: str  # first step that is not done
    next_href: str  # the next module, or empty on the last one


def module_page(module: ModuleInfo, progress: ModuleProgress | None, language: str) -> ModulePage:
    finished = progress.finished if progress else frozenset[str]()
    steps = [_step_line(module, step, language, done=step.key in finished) for step in module.steps]
    first_open = next((step for step in steps if not step.done), steps[0] if steps else None)
    return ModulePage(
        language=other_language(module.languages, language),
        title=say(module.title, language),
        summary=say(module.summary, language),
        course_title=say(module.course_title, language),
        course_key=module.course_key,
        number=module.num,
        facts=(
            Fact("time", duration(module.minutes)),
            Fact("data", _("%(size)s of data") % {"size": size(module.bytes)}),
        ),
        steps=steps,
        joined=progress is not None,
        done=len(finished),
        start_href=first_open.href if first_open else "",
        next_href=reverse("module", args=[module.course_key, module.next]) if module.next else "",
    )


def _step_line(module: ModuleInfo, step: StepInfo, language: str, *, done: bool) -> StepLine:
    return StepLine(
        href=reverse("step", args=[module.course_key, module.key, step.key]),
        title=say(step.title, language),
        kind=kind_word(step.kind),
        time=duration(step.minutes),
        done=done,
    )
