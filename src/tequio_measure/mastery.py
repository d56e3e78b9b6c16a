"""A belief about one outcome from unaided answers: a beta-binomial estimate in which older answers weigh less.

Each piece of evidence is one first answer to an item: right without help, or not. The k-th newest weighs decay**k;
the estimate is the mean of Beta(prior_right + weighted right, prior_wrong + weighted wrong), the chance that the next
such answer is right. "Mastered" asks for an estimate and for enough *different* items, because a streak on a few
promises too much.

UNCALIBRATED: prior, decay, threshold and least number are chosen, not fitted to our learners. On others' answers
(ASSISTments 2009, 2,491 learners, nothing fitted) the answer after "mastered" was right in 84.4 % [83.8, 85.1], after
three right in a row in 79.6 %. The aim is 90 %: once there are answers of our own, measure, publish, and adjust.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tequio_measure.intervals import beta_interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio_measure.intervals import Interval


class Reason(StrEnum):
    """Why we believe what we believe."""

    NO_EVIDENCE = "no_evidence"
    TOO_FEW_ITEMS = "too_few_items"
    ESTIMATE_LOW = "estimate_low"
    MASTERED = "mastered"


@dataclass(frozen=True, slots=True)
class Rule:
    """The numbers of the rule, which the learner may see."""

    prior_right: float = 1.0
    prior_wrong: float = 1.0
    decay: float = 0.9
    threshold: float = 0.75
    least_items: int = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """One first answer to an item: `right` only without any help."""

    item: str
    right: bool


@dataclass(frozen=True, slots=True)
class Belief:
    """What the evidence makes us believe; `items` counts different ones."""

    reason: Reason
    estimate: float
    right: int
    of: int
    items: int

    @property
    def mastered(self) -> bool:
        return self.reason is Reason.MASTERED


RULE = Rule()


def believe(evidence: Sequence[Evidence], rule: Rule = RULE) -> Belief:
    """The belief that `evidence`, oldest first, gives by `rule`."""
    items = len({piece.item for piece in evidence})
    right = sum(piece.right for piece in evidence)
    estimate = estimate_from([piece.right for piece in evidence], rule)
    return Belief(_reason(items, estimate, rule), estimate, right, len(evidence), items)


def estimate_from(answers: Sequence[bool], rule: Rule = RULE) -> float:
    """The chance that the next unaided answer is right; the prior's mean when there is none yet."""
    alpha, beta = _weights(answers, rule)
    return alpha / (alpha + beta)


def interval_from(answers: Sequence[bool], rule: Rule = RULE) -> Interval:
    """Where that chance is expected to lie: 95 % of the same beta distribution."""
    return beta_interval(*_weights(answers, rule))


def _weights(answers: Sequence[bool], rule: Rule) -> tuple[float, float]:
    """Alpha and beta: the prior, and what right and wrong answers weigh by their age."""
    alpha, beta = rule.prior_right, rule.prior_wrong
    weight = 1.0
    for right in reversed(answers):
        alpha, beta = (alpha + weight, beta) if right else (alpha, beta + weight)
        weight *= rule.decay
    return alpha, beta


def _reason(items: int, estimate: float, rule: Rule) -> Reason:
    if not items:
        return Reason.NO_EVIDENCE
    if items < rule.least_items:
        return Reason.TOO_FEW_ITEMS
    return Reason.MASTERED if estimate >= rule.threshold else Reason.ESTIMATE_LOW
