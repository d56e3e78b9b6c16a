"""A module of the very version under review: every step, and the practice items with what is right and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse

from tequio.kit.words import say
from tequio.web.learn.pages.kinds import kind_word
from tequio.web.learn.pages.measures import duration
from tequio.web.markdown import to_html, to_line, with_scrolling_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from tequio.learning.review.api import ToReview
    from tequio.learning.values import StepPage
    from tequio_standards.qti import Item


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """A choice with its reason; `right` marks the key. No key comes into `repr`."""

    text: SafeString
    rationale: SafeString = field(repr=False)
    right: bool = field(repr=False)


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item, open. `answers`: what is right where there is nothing to choose from."""

    key: str
    level: str
    stem: SafeString
    choices: Sequence[ChoiceShown]
    answers: Sequence[str] = field(repr=False)
    hints: Sequence[SafeString] = field(repr=False)
    explanation: SafeString = field(repr=False)


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step as learners read it."""

    key: str
    title: str
    kind: str
    time: str
    language: str
    html: SafeString
    fallback: str
    items: Sequence[ItemShown]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewModulePage:
    """One module of one version. `next_href` is empty at the last."""

    template: ClassVar[str] = "teach/review_module.html"
    title: str
    course_title: str
    num: int
    back_href: str
    next_href: str
    steps: Sequence[StepShown]


def module_page(version: ToReview, key: str, steps: Sequence[StepPage], language: str) -> ReviewModulePage:
    keys = [one.key for one in version.modules]
    num = keys.index(key)
    follows = keys[num + 1 : num + 2]
    return ReviewModulePage(
        title=say(version.modules[num].title, language),
        course_title=say(version.title, language),
        num=version.num,
        back_href=reverse("review_course", args=[version.id]),
        next_href=reverse("review_module", args=[version.id, *follows]) if follows else "",
        steps=[_step(one, language) for one in steps],
    )


def _step(step: StepPage, language: str) -> StepShown:
    return StepShown(
        key=step.step.key,
        title=say(step.step.title, language),
        kind=kind_word(step.step.kind),
        time=duration(step.step.minutes),
        language=step.language,
        html=with_scrolling_tables(step.html),  # compiled or cleaned when the package was made
        fallback=step.fallback.reason if step.fallback else "",
        items=[open_item(one, language) for one in step.items],
    )


def open_item(item: Item, language: str) -> ItemShown:
    return ItemShown(
        key=item.key,
        level=item.level,
        stem=to_html(say(item.stem, language)),
        choices=[
            ChoiceShown(
                to_line(say(one.text, language)),
                to_line(say(one.rationale, language)),
                one.key in item.correct,
            )
            for one in item.choices
        ],
        answers=() if item.choices else item.correct,
        hints=[to_line(say(one, language)) for one in item.hints],
        explanation=to_html(say(item.explanation, language)),
    )
