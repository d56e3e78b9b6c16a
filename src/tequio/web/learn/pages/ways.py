"""The way through a course or a module as knots: what is done, where one stands, what lies ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from tequio.kit.words import say
from tequio.web.learn.pages.course_map import MapStep, map_step
from tequio.web.learn.pages.kinds import kind_word
from tequio.web.learn.pages.measures import duration, size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.learning.values import CourseInfo, ModuleInfo, ModuleProgress, Progress, StepInfo


@dataclass(frozen=True, slots=True)
class GoOn:
    """Where a learner goes on: the first step that is not done. Empty when all are."""

    href: str = ""
    title: str = ""  # of its module


def course_way(course: CourseInfo, progress: Progress | None, language: str) -> Sequence[MapStep]:
    """The modules; in a state only for those who joined."""
    left = _unfinished(progress)
    return [_module_knot(module, left, language) for module in course.modules]


def module_way(module: ModuleInfo, finished: frozenset[str] | None, language: str) -> Sequence[MapStep]:
    """The steps; in a state only for those who joined."""
    left = None if finished is None else [step.key for step in module.steps if step.key not in finished]
    return [_step_knot(module, step, left, language) for step in module.steps]


def go_on(course: CourseInfo, progress: Progress | None, language: str) -> GoOn:
    for module in course.modules:
        step = _next_step(module, _progress_in(module, progress))
        if step:
            return GoOn(step, say(module.title, language))
    return GoOn()


def _progress_in(module: ModuleInfo, progress: Progress | None) -> ModuleProgress | None:
    return next((one for one in (progress.modules if progress else ()) if one.key == module.key), None)


def _next_step(module: ModuleInfo, progress: ModuleProgress | None) -> str:
    finished = progress.finished if progress else frozenset[str]()
    left = [step.key for step in module.steps if step.key not in finished]
    return reverse("step", args=[module.course_key, module.key, left[0]]) if left else ""


def _unfinished(progress: Progress | None) -> list[str] | None:
    if progress is None:
        return None
    return [one.key for one in progress.modules if one.steps_done < one.steps]


def _module_knot(module: ModuleInfo, left: Sequence[str] | None, language: str) -> MapStep:
    return _knot(
        module.key,
        left,
        title=say(module.title, language),
        href=reverse("module", args=[module.course_key, module.key]),
        facts=f"{duration(module.minutes)} · {size(module.bytes)}",
    )


def _step_knot(module: ModuleInfo, step: StepInfo, left: Sequence[str] | None, language: str) -> MapStep:
    return _knot(
        step.key,
        left,
        title=say(step.title, language),
        href=reverse("step", args=[module.course_key, module.key, step.key]),
        facts=f"{kind_word(step.kind)} · {duration(step.minutes)}",
    )


def _knot(key: str, left: Sequence[str] | None, *, title: str, href: str, facts: str) -> MapStep:
    """`left`: keys that are not done, in order; None for who has not joined."""
    if left is not None and key not in left:
        return map_step("done", title, href, facts)
    if left and key == left[0]:
        return map_step("now", title, href, facts)
    return MapStep("ahead", title, href, facts, tone="", icon="", word="")  # said by having no word
