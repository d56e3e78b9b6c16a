"""What a learner is told about a practice answer: the rationale of what they chose, never more than helps now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.assessment.values import Feedback, Revealed
from tequio.kit.words import say
from tequio_standards import qti

if TYPE_CHECKING:
    from tequio.assessment.values import PracticeState, Response


def feedback(
    item: qti.Item, answer: Response, judged: qti.Judged, state: PracticeState, language: str
) -> Feedback:
    """Feedback on `answer`; `state` is what the ledger makes of it, this answer included."""
    right = judged.right
    reading = judged.reading
    return Feedback(
        item=item.key,
        right=right,
        credited=right and state.credited,
        messages=_messages(item, answer, language, right=right),
        explanation=say(item.explanation, language) or None if right or state.revealed else None,
        tries=state.tries,
        hints_left=max(0, len(hint_ladder(item, language)) - state.hints),
        unaided=right and state.unaided and state.tries == 1,
        can_reveal=not right and not state.revealed,
        read_as=reading.said if reading is not None and reading.ambiguous else None,
    )


def last_feedback(item: qti.Item, state: PracticeState, language: str) -> Feedback | None:
    """What was said of the last answer, said again when the page is opened anew; None before the first answer."""
    if not state.last_response:
        return None
    judged = qti.judge(item, state.last_response, language=language)
    return feedback(item, state.last_response, judged, state, language)


def hint_ladder(item: qti.Item, language: str) -> tuple[str, ...]:
    """The hints of `item` in order, without any that says the answer."""
    texts = (say(hint, language) for hint in item.hints)
    return tuple(text for text in texts if text and not qti.gives_away(item, text, language))


def revealed(item: qti.Item, language: str) -> Revealed:
    """The answer as keys and as texts, and why it is right."""
    chosen = [choice for key in item.correct if (choice := item.choice(key)) is not None]
    why = [say(item.explanation, language), *(say(choice.rationale, language) for choice in chosen)]
    return Revealed(
        item=item.key,
        correct=item.correct,
        answers=tuple(say(choice.text, language) for choice in chosen) or item.correct,
        explanation="\n\n".join(dict.fromkeys(text for text in why if text)),
    )


def _messages(item: qti.Item, answer: Response, language: str, *, right: bool) -> tuple[str, ...]:
    chosen = [choice for key in answer if (choice := item.choice(key)) is not None]
    wrong = [choice for choice in chosen if choice.key not in item.correct]
    reasons = [say(choice.rationale, language) for choice in (chosen if right else wrong)]
    messages = tuple(text for text in reasons if text)
    if not right and chosen and not wrong:
        return (_("What you chose is right, and something is still missing. Look for what else fits."),)
    return messages or (_plain(right=right),)


def _plain(*, right: bool) -> str:
    if right:
        return _("That is right.")
    return _("Not yet. Read it once more, take a hint if you like, and try again.")
