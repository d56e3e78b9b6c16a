"""What is said to the ledger. On summative items only the response: never success, score or what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from tequio.assessment.papers import item_iri, paper_iri
from tequio.kit import ids
from tequio.records import api as records
from tequio_standards import xapi
from tequio_standards.xapi import verbs

if TYPE_CHECKING:
    from datetime import datetime
    from fractions import Fraction
    from uuid import UUID

    from tequio.assessment.models import Attempt
    from tequio.assessment.values import Response

EXTENSIONS = "https://w3id.org/tequio/extensions/"
ATTEMPT, ITEM, SEQ = EXTENSIONS + "attempt", EXTENSIONS + "item", EXTENSIONS + "seq"
OUTCOME, HINT = EXTENSIONS + "outcome", EXTENSIONS + "hint"
PRACTICE = EXTENSIONS + "practice"
ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"
QUESTION = "http://adlnet.gov/expapi/activities/question"
BETWEEN = "[,]"  # xAPI's own mark between the parts of a response


def started(attempt: Attempt) -> None:
    """An attempt began: its clock runs."""
    _keep(attempt, verbs.STARTED, _paper(attempt), now=attempt.started_at)


def saved(attempt: Attempt, item: str, response: Response, seq: int, now: datetime) -> None:
    """An answer was saved; the highest `seq` of an item is the one that counts."""
    thing = xapi.Activity(item_iri(attempt.paper, item), QUESTION)
    result = xapi.Result(response=BETWEEN.join(response))
    extra = {ITEM: item, SEQ: seq}
    _keep(attempt, verbs.SAVED, thing, now=now, result=result, extra=extra)


def closed(attempt: Attempt, score: Fraction, *, passed: bool, now: datetime) -> None:
    """The attempt was handed in or ran out of time, and what it came to as a whole."""
    assert attempt.closed_at is not None
    verb = verbs.TIMED_OUT if attempt.state == "timed_out" else verbs.SUBMITTED
    _keep(attempt, verb, _paper(attempt), at=attempt.closed_at, now=now)
    result = xapi.Result(success=passed, completion=True, score=xapi.Score(scaled=round(float(score), 4)))
    verb = verbs.PASSED if passed else verbs.FAILED
    _keep(attempt, verb, _paper(attempt), at=attempt.closed_at, now=now, result=result)


def practised(
    *,
    verb: str,
    item: str,
    outcome: str,
    object_id: str,
    registration: UUID,
    actor_name: str,
    language: str,
    store: UUID,
    now: datetime,
    result: xapi.Result | None = None,
    extra: dict[str, Any] | None = None,  # what an extension holds is open
) -> None:
    """Something was done to a practice item, whose key is public: success may be said."""
    extensions = {PRACTICE: True, ITEM: item, OUTCOME: outcome, **(extra or {})}
    statement = xapi.Statement(
        id=ids.new_uuid(),
        actor=xapi.Account(settings.HUB_URL, actor_name),
        verb=verb,
        object=xapi.Activity(object_id, QUESTION),
        timestamp=now,
        result=result,
        context=xapi.Context(registration=registration, language=language, extensions=extensions),
    )
    records.record(statement, store=store, now=now)


def _paper(attempt: Attempt) -> xapi.Activity:
    return xapi.Activity(paper_iri(attempt.paper), ASSESSMENT)


def _keep(
    attempt: Attempt,
    verb: str,
    thing: xapi.Activity,
    *,
    now: datetime,
    at: datetime | None = None,
    result: xapi.Result | None = None,
    extra: dict[str, Any] | None = None,  # what an extension holds is open
) -> None:
    """`at` is when it happened, `now` when it is told: the clock may close an attempt long after its deadline."""
    parent = () if thing.type == ASSESSMENT else (paper_iri(attempt.paper),)
    statement = xapi.Statement(
        id=ids.new_uuid(),
        actor=xapi.Account(settings.HUB_URL, attempt.actor_name),
        verb=verb,
        object=thing,
        timestamp=at or now,
        result=result,
        context=xapi.Context(
            registration=attempt.registration,
            language=attempt.language,
            parent=parent,
            extensions={ATTEMPT: str(attempt.uuid), **(extra or {})},
        ),
    )
    records.record(statement, store=attempt.organisation_id, now=now)
