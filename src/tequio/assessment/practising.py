"""What acts on a practice item add up to. Pure: the fold behind the derived tables.

A round is a go at an item: it begins with the first act, or with an act a good while after the last one. The first
answer of a round is evidence for the outcome: right only without a hint. A revealed item gives no evidence and earns
no credit any more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

ROUND = timedelta(hours=20)  # so that the next day is a new go, whatever the hour


class Act(StrEnum):
    """What can be done to a practice item."""

    ANSWERED = "answered"
    HINTED = "hinted"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Done:
    """One act. `hint` is the number of the hint taken; `success` that of the answer."""

    act: Act
    at: datetime
    success: bool = False
    hint: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a learner stands with one item."""

    tries: int = 0
    hints: int = 0
    round_tries: int = 0
    round_hints: int = 0
    right: bool = False
    credited: bool = False
    unaided: bool = False
    revealed: bool = False
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Folded:
    """The new standing, and the evidence that the act gave, if any."""

    standing: Standing
    evidence: bool | None = None


def fold(before: Standing, done: Done) -> Folded:
    """`before` with one act more."""
    now = _in_round(before, done.at)
    if done.act is Act.ANSWERED:
        return _answered(now, done)
    if done.act is Act.HINTED:
        return Folded(replace(now, hints=max(now.hints, done.hint), round_hints=now.round_hints + 1))
    return Folded(replace(now, revealed=True))


def _in_round(before: Standing, at: datetime) -> Standing:
    last = max(before.last_at, at) if before.last_at is not None else at
    if before.last_at is not None and at - before.last_at >= ROUND:
        return replace(before, round_tries=0, round_hints=0, last_at=last)
    return replace(before, last_at=last)


def _answered(now: Standing, done: Done) -> Folded:
    first = now.round_tries == 0
    unaided = done.success and first and now.round_hints == 0 and not now.revealed
    after = replace(
        now,
        tries=now.tries + 1,
        round_tries=now.round_tries + 1,
        right=now.right or done.success,
        credited=now.credited or (done.success and not now.revealed),
        unaided=now.unaided or unaided,
    )
    return Folded(after, unaided if first and not now.revealed else None)
