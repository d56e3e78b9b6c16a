"""Policy of attempts: who may start when, which save counts, what a response may look like. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tequio.assessment.values import AttemptState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from tequio.assessment.values import PaperSpec, Response

MAX_TYPED = 2_000  # characters of one typed answer
MAX_SEQ = 1_000_000_000
_KEY = re.compile(r"[!-~]{1,80}")


class StartRefusal(StrEnum):
    """Why an attempt may not start now."""

    PASSED = "already_passed"
    NO_TRIES = "no_tries_left"
    MUST_WAIT = "must_wait"


class ResponseProblem(StrEnum):
    """Why a response cannot be taken; not a word on whether it is right."""

    UNKNOWN_CHOICE = "unknown_choice"
    TOO_MANY = "too_many_choices"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Past:
    """A closed attempt, as far as the limits look at it."""

    num: int
    passed: bool
    finished_at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """A save that counts, for deciding which answer stands."""

    place: int
    seq: int
    key: str
    response: Response


def tries_left(past: Sequence[Past], tries: int, opened: int = 0) -> int:
    """Tries that remain beside the `opened` one; none once passed."""
    if any(attempt.passed for attempt in past):
        return 0
    return max(0, tries - len(past) - opened)


def next_try_at(past: Sequence[Past], spec: PaperSpec) -> datetime | None:
    """When the next attempt may start; None when there is none to come."""
    if not past or not tries_left(past, spec.tries):
        return None
    return max(attempt.finished_at for attempt in past) + timedelta(hours=spec.wait_hours)


def start_refusal(past: Sequence[Past], spec: PaperSpec, now: datetime) -> StartRefusal | None:
    """Why no attempt may start at `now`, or None."""
    if any(attempt.passed for attempt in past):
        return StartRefusal.PASSED
    if not tries_left(past, spec.tries):
        return StartRefusal.NO_TRIES
    ready = next_try_at(past, spec)
    return StartRefusal.MUST_WAIT if ready is not None and now < ready else None


def is_late(state: AttemptState, deadline: datetime, now: datetime) -> bool:
    """A save counts while the attempt is open and until its deadline, by the hub's clock, to the moment."""
    return state is not AttemptState.OPEN or now > deadline


def standing(saves: Iterable[Kept]) -> dict[int, Response]:
    """The answer that stands at each place: the highest seq, then the higher key. Order of arrival is no matter."""
    latest: dict[int, Kept] = {}
    for save in saves:
        held = latest.get(save.place)
        if held is None or (held.seq, held.key) < (save.seq, save.key):
            latest[save.place] = save
    return {place: save.response for place, save in latest.items()}


def good_key(key: str) -> bool:
    """An idempotency key: 1 to 80 visible ASCII characters."""
    return _KEY.fullmatch(key) is not None


def good_seq(seq: int) -> bool:
    return 1 <= seq <= MAX_SEQ


def tidy(response: Iterable[str]) -> Response:
    """`response` without what no database or JSON text carries, without blanks around it, nothing twice."""
    texts = ("".join(_printable(ch) for ch in text).strip() for text in response)
    return tuple(dict.fromkeys(text for text in texts if text))


def _printable(ch: str) -> str:
    kind = unicodedata.category(ch)
    if kind == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    return " " if kind == "Cc" else ch


def response_problem(kind: str, choices: Sequence[str], response: Response) -> ResponseProblem | None:
    """What makes a tidy `response` to an item of `kind` impossible; an empty one takes the answer back."""
    if kind in ("single", "multiple"):
        if not set(response) <= set(choices):
            return ResponseProblem.UNKNOWN_CHOICE
        return ResponseProblem.TOO_MANY if kind == "single" and len(response) > 1 else None
    if len(response) > 1:
        return ResponseProblem.TOO_MANY
    return ResponseProblem.TOO_LONG if any(len(text) > MAX_TYPED for text in response) else None


def lacking(spec: PaperSpec, available: Mapping[str, int]) -> tuple[str, ...]:
    """Outcomes of the blueprint for which there are too few items."""
    return tuple(row.outcome for row in spec.blueprint if available.get(row.outcome, 0) < row.count)


def spec_fault(spec: PaperSpec) -> str:
    """The first thing wrong with the rules of a paper, as a code; empty when there is nothing."""
    outcomes = [row.outcome for row in spec.blueprint]
    faults = {
        "no_blueprint": not outcomes,
        "outcome_twice": len(set(outcomes)) != len(outcomes),
        "count": any(row.count < 1 for row in spec.blueprint),
        "minutes": not 1 <= spec.minutes <= 24 * 60,
        "tries": not 1 <= spec.tries <= 100,
        "wait": not 0 <= spec.wait_hours <= 24 * 366,
        "cut": not 0 < spec.cut <= 1,
    }
    return next((code for code, wrong in faults.items() if wrong), "")
