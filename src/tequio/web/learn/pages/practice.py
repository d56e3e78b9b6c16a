"""A practice item with what the learner did so far: hints taken, the last answer, what it was worth and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.learn.pages.items import ItemView, item_view
from tequio.web.markdown import to_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from tequio.assessment.values import PracticeState
    from tequio.learning.values import StepPage
    from tequio_standards.qti import Item


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """What parts/feedback.html shows."""

    tone: str
    icon: str
    word: str
    messages: Sequence[SafeString]
    explanation: SafeString | str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeView:
    """One practice item on a step's page."""

    item: ItemView
    action: str
    feedback: FeedbackView | None
    hints: Sequence[SafeString]  # those already taken
    more_hints: bool
    can_reveal: bool  # after an attempt that was not right; the page says that it earns no credit then


def practice_view(
    item: Item, state: PracticeState | None, content: StepPage, language: str, *, hints: Sequence[str]
) -> PracticeView:
    course, module, step = content.module.course_key, content.module.key, content.step.key
    open_still = state is None or not (state.right or state.revealed)
    return PracticeView(
        item=item_view(item, state.last_response if state else (), language),
        action=reverse("practice_item", args=[course, module, step, item.key]),
        feedback=_feedback(item, state, language) if state else None,
        hints=[to_html(hint) for hint in hints],
        more_hints=open_still and len(hints) < len(item.hints),
        can_reveal=open_still and state is not None and state.tries > 0,
    )


def _feedback(item: Item, state: PracticeState, language: str) -> FeedbackView | None:
    if state.revealed:
        return _revealed(item, language)
    if not state.tries:
        return None
    chosen = [item.choice(key) for key in state.last_response]
    reasons = [say(choice.rationale, language) for choice in chosen if choice]
    return FeedbackView(
        tone="good" if state.right else "bad",
        icon="right" if state.right else "wrong",
        word=_("Right") if state.right else _("Not right yet"),
        messages=[to_html(reason) for reason in reasons if reason],
        explanation=to_html(say(item.explanation, language)) if state.right else "",
    )


def _revealed(item: Item, language: str) -> FeedbackView:
    answers = [say(choice.text, language) for choice in item.choices if choice.key in item.correct]
    return FeedbackView(
        tone="note",
        icon="note",
        word=_("This is the answer. It earns no credit now."),
        messages=[to_html(answer) for answer in answers or item.correct[:1]],
        explanation=to_html(say(item.explanation, language)),
    )
