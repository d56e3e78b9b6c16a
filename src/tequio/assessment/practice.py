"""Practice: answer, be told why, take a hint, see the answer. Keys are public here; credit is not free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.assessment import feedback, rules, statements
from tequio.assessment.errors import (
    NoMoreHints,
    NothingAnswered,
    NumberUnreadable,
    ResponseRefused,
    RevealTooEarly,
)
from tequio.assessment.models import Practice
from tequio.assessment.values import PracticeState
from tequio.kit.errors import NotAllowed
from tequio_standards import qti, xapi
from tequio_standards.xapi import verbs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from uuid import UUID

    from tequio.assessment.values import Feedback, Revealed
    from tequio.people.values import Actor, OrganisationId


@transaction.atomic
def answer_practice(
    *,
    item: qti.Item,
    registration: UUID,
    actor_name: str,
    object_id: str,
    response: Iterable[str],
    language: str,
    by: Actor,
    now: datetime,
    store: OrganisationId,
) -> Feedback:
    """Judge an answer to a practice item and say why, in `language`. What cannot be read is no try.

    `item` comes from the package, and that `registration` is theirs is known above: this wall knows no courses.
    """
    _require_known(by)
    answer = rules.tidy(response)
    judged = _judge(item, answer, language)
    statements.practised(
        verb=verbs.ANSWERED,
        item=item.key,
        outcome=item.outcome,
        object_id=object_id,
        registration=registration,
        actor_name=actor_name,
        language=language,
        store=store,
        now=now,
        result=xapi.Result(success=judged.right, response=statements.BETWEEN.join(answer)),
    )
    return feedback.feedback(item, answer, judged, _state(registration, item), language)


@transaction.atomic
def take_hint(
    *,
    item: qti.Item,
    registration: UUID,
    actor_name: str,
    object_id: str,
    language: str,
    by: Actor,
    now: datetime,
    store: OrganisationId,
) -> str:
    """The next hint of the ladder, Markdown in `language`; `NoMoreHints` after the last. None says the answer."""
    _require_known(by)
    ladder = feedback.hint_ladder(item, language)
    taken = _state(registration, item).hints
    if taken >= len(ladder):
        raise NoMoreHints
    statements.practised(
        verb=verbs.HINTED,
        item=item.key,
        outcome=item.outcome,
        object_id=object_id,
        registration=registration,
        actor_name=actor_name,
        language=language,
        store=store,
        now=now,
        extra={statements.HINT: taken + 1},
    )
    return ladder[taken]


@transaction.atomic
def reveal(
    *,
    item: qti.Item,
    registration: UUID,
    actor_name: str,
    object_id: str,
    language: str,
    by: Actor,
    now: datetime,
    store: OrganisationId,
) -> Revealed:
    """The answer with its explanation, after at least one try; from then on the item earns no credit."""
    _require_known(by)
    state = _state(registration, item)
    if state.tries == 0:
        raise RevealTooEarly
    if not state.revealed:
        statements.practised(
            verb=verbs.REVEALED,
            item=item.key,
            outcome=item.outcome,
            object_id=object_id,
            registration=registration,
            actor_name=actor_name,
            language=language,
            store=store,
            now=now,
        )
    return feedback.revealed(item, language)


def practice_state(registration: UUID) -> Mapping[str, PracticeState]:
    """How far an enrolment is with each practice item it has met, by item key."""
    return {row.item: _state_of(row) for row in Practice.objects.filter(registration=registration)}


def _judge(item: qti.Item, answer: tuple[str, ...], language: str) -> qti.Judged:
    problem = rules.response_problem(item.kind, [choice.key for choice in item.choices], answer)
    if problem is not None:
        raise ResponseRefused(problem)
    if not answer:
        raise NothingAnswered
    judged = qti.judge(item, answer, language=language)
    if judged.reading is not None and judged.reading.value is None:
        raise NumberUnreadable
    return judged


def _state(registration: UUID, item: qti.Item) -> PracticeState:
    row = Practice.objects.filter(registration=registration, item=item.key).first()
    return _state_of(row) if row else PracticeState(item=item.key, outcome=item.outcome)


def _state_of(row: Practice) -> PracticeState:
    return PracticeState(
        item=row.item,
        outcome=row.outcome,
        tries=row.tries,
        hints=row.hints,
        right=row.right,
        credited=row.credited,
        unaided=row.unaided,
        revealed=row.revealed,
        last_response=tuple(row.last_response.split(statements.BETWEEN)) if row.last_response else (),
        last_at=row.last_at,
    )


def _require_known(by: Actor) -> None:
    if not by.is_known:
        raise NotAllowed(_("Sign in first, so that your practice is kept."))
