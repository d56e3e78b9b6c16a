"""A step: something to read, items to practise with, and the way on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse

from tequio.kit.words import say
from tequio.web.learn.pages.fallbacks import FallbackView, fallback_view
from tequio.web.learn.pages.kinds import kind_word
from tequio.web.learn.pages.measures import duration
from tequio.web.learn.pages.practice import PracticeView, Practised, practice_view
from tequio.web.learn.pages.ways import module_way
from tequio.web.markdown import with_scrolling_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from tequio.learning.values import StepPage
    from tequio.web.learn.pages.course_map import MapStep


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnStepPage:
    """One step of a module. `practice` is empty for those who have not joined: they see `join_href`."""

    template: ClassVar[str] = "learn/step.html"
    language: str  # of the content, when it lacks the page's
    title: str
    kind: str
    time: str
    number: int
    total: int
    module_title: str
    module_href: str
    html: SafeString
    fallback: FallbackView | None  # why the step is only shown as it came; None for native steps
    joined: bool
    practice: Sequence[PracticeView]
    join_href: str
    here: str
    previous_href: str
    next_href: str
    steps: Sequence[MapStep]  # of the whole module


def step_page(
    content: StepPage, practised: Practised | None, language: str, *, finished: frozenset[str] | None = None
) -> LearnStepPage:
    """`finished`: keys of the steps that are done; None for who has not joined."""
    module, keys = content.module, [step.key for step in content.module.steps]
    return LearnStepPage(
        language="" if content.language == language else content.language,
        title=say(content.step.title, language),
        kind=kind_word(content.step.kind),
        time=duration(content.step.minutes),
        number=keys.index(content.step.key) + 1,
        total=len(keys),
        module_title=say(module.title, language),
        module_href=reverse("module", args=[module.course_key, module.key]),
        html=with_scrolling_tables(content.html),  # compiled or cleaned when the package was made
        fallback=fallback_view(content.fallback),
        joined=practised is not None,
        practice=[practice_view(item, content, practised, language) for item in content.items],
        join_href=reverse("join_course", args=[module.course_key]),
        here=step_href(content, content.step.key),
        previous_href=step_href(content, content.previous),
        next_href=step_href(content, content.next),
        steps=module_way(module, finished, language),
    )


def step_href(content: StepPage, step: str | None) -> str:
    return reverse("step", args=[content.module.course_key, content.module.key, step]) if step else ""
