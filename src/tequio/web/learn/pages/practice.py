"""A practice item with what the learner did so far: hints taken, the last answer, what it was worth and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.assessment import api as assessment
from tequio.assessment.values import PracticeState
from tequio.web.learn.pages.items import ItemView, item_view
from tequio.web.markdown import to_html

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.safestring import SafeString

    from tequio.assessment.values import Feedback
    from tequio.learning.values import StepPage
    from tequio_standards.qti import Item


@dataclass(frozen=True, slots=True)
class Practised:
    """What a learner did so far, by item key; and what was wrong with what they just sent, for one item."""

    states: Mapping[str, PracticeState]
    problems: Mapping[str, str]


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
    problem: str  # why what was sent could not be judged; empty when it could
    feedback: FeedbackView | None
    done: bool  # answered rightly, or the answer was shown
    hints: Sequence[SafeString]  # those already taken
    hints_in_all: int
    more_hints: bool
    can_reveal: bool  # after an attempt that was not right; the button says that it earns no credit then


def practice_view(item: Item, content: StepPage, practised: Practised | None, language: str) -> PracticeView:
    state = _state(item, practised)
    ladder = assessment.hint_ladder(item, language)
    said = assessment.last_feedback(item, state, language)
    open_still = not (state.right or state.revealed)
    place = [content.module.course_key, content.module.key, content.step.key, item.key]
    return PracticeView(
        item=item_view(item, state.last_response, language),
        action=reverse("practice_item", args=place),
        problem=practised.problems.get(item.key, "") if practised else "",
        feedback=_revealed(item, language) if state.revealed else _feedback(said),
        done=not open_still,
        hints=[to_html(hint) for hint in ladder[: state.hints]],
        hints_in_all=len(ladder),
        more_hints=open_still and state.hints < len(ladder),
        can_reveal=open_still and said is not None and said.can_reveal,
    )


def _state(item: Item, practised: Practised | None) -> PracticeState:
    fresh = PracticeState(item=item.key, outcome=item.outcome)
    return practised.states.get(item.key, fresh) if practised else fresh


def _feedback(said: Feedback | None) -> FeedbackView | None:
    if said is None:
        return None
    read = _("We read your number as %(number)s.") % {"number": said.read_as} if said.read_as else ""
    return FeedbackView(
        tone="good" if said.right else "bad",
        icon="right" if said.right else "wrong",
        word=_("Right") if said.right else _("Not right yet"),
        messages=[to_html(text) for text in (read, *said.messages) if text],
        explanation=to_html(said.explanation or ""),
    )


def _revealed(item: Item, language: str) -> FeedbackView:
    shown = assessment.revealed(item, language)
    return FeedbackView(
        tone="note",
        icon="note",
        word=_("This is the answer. It earns no credit now."),
        messages=[to_html(answer) for answer in shown.answers],
        explanation=to_html(shown.explanation),
    )
