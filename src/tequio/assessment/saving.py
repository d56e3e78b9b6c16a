"""Saving: every answer as it came is a row. Replays, late ones and ones out of order are told apart, none is lost."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from tequio.assessment import access, closing, rules, statements
from tequio.assessment.errors import BadSave, ItemUnknown, KeyReused, ResponseRefused
from tequio.assessment.models import FormItem, Save
from tequio.assessment.values import AttemptState, Saved
from tequio.people.values import Action
from tequio_standards import qti

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tequio.assessment.models import Attempt
    from tequio.assessment.values import AttemptId, Response
    from tequio.people.values import Actor


@transaction.atomic
def save(
    *,
    attempt: AttemptId,
    item: str,
    response: Iterable[str],
    key: str,
    by: Actor,
    now: datetime,
    seq: int | None = None,
) -> Saved:
    """Keep one answer. `key` is drawn by the client for each answer: sent again, it is the same answer once.

    Another answer under a used key is refused. `seq` is the client's count (from `AttemptView.seq` on): of two saves
    the higher one stands, in whatever order they arrive; without it, the hub counts by arrival. After the deadline
    or after handing in, a save is kept as late and does not count. An empty response takes the answer back.
    """
    if not rules.good_key(key) or (seq is not None and not rules.good_seq(seq)):
        raise BadSave
    row = access.reach_locked(attempt, by=by, action=Action.ATTEMPT_ANSWER)
    answer = rules.tidy(response)
    digest = _digest(item, answer, seq)
    place = _place(row, item)
    earlier = Save.objects.filter(attempt=row, key=key).first()
    if earlier is not None:
        return _replay(earlier, digest, _read_as(place, answer, row.language))
    _refuse_response(place, answer)
    kept = _keep(row, place, answer, key, seq, digest, now)
    if kept.late:
        closing.time_out(row, now)
    else:
        statements.saved(row, item, answer, kept.seq, now)
    return Saved(now, kept.late, False, kept.seq, _read_as(place, answer, row.language))


def _keep(
    row: Attempt, place: FormItem, answer: Response, key: str, seq: int | None, digest: str, now: datetime
) -> Save:
    if seq is None:
        seq = (Save.objects.filter(attempt=row).aggregate(most=Max("seq"))["most"] or 0) + 1
    late = rules.is_late(AttemptState(row.state), row.deadline, now)
    return Save.objects.create(
        attempt=row,
        place=place,
        key=key,
        seq=seq,
        response=list(answer),
        digest=digest,
        received_at=now,
        late=late,
    )


def _place(row: Attempt, item: str) -> FormItem:
    places = FormItem.objects.filter(attempt=row, version__item__key=item).select_related("version")
    place = places.first()
    if place is None:
        raise ItemUnknown
    return place


def _replay(earlier: Save, digest: str, read_as: str | None) -> Saved:
    if earlier.digest != digest:
        raise KeyReused
    return Saved(earlier.received_at, earlier.late, True, earlier.seq, read_as)


def _refuse_response(place: FormItem, answer: Response) -> None:
    problem = rules.response_problem(place.version.shown["kind"], place.order, answer)
    if problem is not None:
        raise ResponseRefused(problem)


def _digest(item: str, answer: Response, seq: int | None) -> str:
    return hashlib.sha256(json.dumps([item, answer, seq]).encode()).hexdigest()


def _read_as(place: FormItem, answer: Response, language: str) -> str | None:
    """How a typed number was read, where someone else might read another; says nothing on whether it is right."""
    if place.version.shown["kind"] != "number" or not answer:
        return None
    reading = qti.read_number(answer[0], language)
    return reading.said if reading.ambiguous else None
