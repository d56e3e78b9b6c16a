"""The words of every course on offer, for searching: titles, summaries, outcomes, modules, steps."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tequio.learning.catalog.reading import catalogue
from tequio.learning.content import store
from tequio.learning.values import CourseTexts, ModuleTexts

if TYPE_CHECKING:
    from tequio.learning.content.shape import ModuleShape

CACHED = 1024  # courses whose words stay at hand: some 5 kB each, where a whole manifest is about 100 kB


def course_texts() -> tuple[CourseTexts, ...]:
    """What can be searched in each course on offer, reviewed ones first. One query."""
    offered = sorted(catalogue(), key=lambda card: card.preview)
    return tuple(_texts(card.package_id) for card in offered)


@lru_cache(maxsize=CACHED)
def _texts(package_id: str) -> CourseTexts:
    """A package never changes, so neither do its words."""
    shape = store.load(package_id).shape
    return CourseTexts(
        key=shape.key,
        title=shape.title,
        summary=shape.summary,
        outcomes=tuple(outcome.statement for outcome in shape.outcomes),
        modules=tuple(_module(module) for module in shape.modules),
        languages=shape.languages,
    )


def _module(module: ModuleShape) -> ModuleTexts:
    steps = tuple(step.info.title for step in module.steps)
    return ModuleTexts(module.key, module.title, module.summary, steps)
