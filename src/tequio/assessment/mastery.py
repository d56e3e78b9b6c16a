"""What we believe of each outcome, as a state, as numbers and as a sentence the learner can check."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.assessment.models import OutcomeEvidence
from tequio.assessment.values import MasteryRule, MasteryState, OutcomeMastery
from tequio_measure.mastery import RULE, Evidence, Reason, believe, interval_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

STATES = {
    Reason.NO_EVIDENCE: MasteryState.NEW,
    Reason.TOO_FEW_ITEMS: MasteryState.LEARNING,
    Reason.ESTIMATE_LOW: MasteryState.LEARNING,
    Reason.MASTERED: MasteryState.MASTERED,
}


def mastery(registration: UUID, outcomes: Iterable[str]) -> tuple[OutcomeMastery, ...]:
    """What an enrolment's unaided practice makes us believe of each of `outcomes`, with the sentence that says why."""
    evidence: dict[str, list[Evidence]] = defaultdict(list)
    for row in OutcomeEvidence.objects.filter(registration=registration).order_by("outcome", "num"):
        evidence[row.outcome].append(Evidence(row.item, row.right))
    return tuple(outcome_mastery(outcome, evidence[outcome]) for outcome in outcomes)


def mastery_rule() -> MasteryRule:
    """The rule in force: its numbers, and the sentence that stands beside every progress page."""
    numbers = {
        "least_items": RULE.least_items,
        "threshold": round(RULE.threshold * 100),
        "older_weigh": round(RULE.decay * 100),
    }
    return MasteryRule(
        numbers=numbers,
        sentence=_(
            "Mastered means: you answered at least %(least_items)d different items, and we estimate that you would "
            "answer the next one right with at least %(threshold)d %% chance. Only first answers without a hint count "
            "as right, and each older answer weighs %(older_weigh)d %% of the one after it. The numbers of this rule "
            "are chosen, not yet measured: we may be wrong, and you can always practise more."
        )
        % numbers,
    )


def outcome_mastery(outcome: str, evidence: Sequence[Evidence]) -> OutcomeMastery:
    """What `evidence`, oldest first, makes us believe, with its interval in whole percent."""
    belief, sure = believe(evidence), interval_from([piece.right for piece in evidence])
    numbers = {
        "right": belief.right,
        "of": belief.of,
        "items": belief.items,
        "least_items": RULE.least_items,
        "estimate": int(belief.estimate * 100),  # rounded down: 74.9 is not yet 75
        "threshold": round(RULE.threshold * 100),
        "low": round(100 * sure.low),
        "high": round(100 * sure.high),
    }
    return OutcomeMastery(
        outcome=outcome,
        state=STATES[belief.reason],
        right=belief.right,
        of=belief.of,
        reason=belief.reason.value,
        numbers=numbers,
        sentence=_sentences()[belief.reason] % numbers,
    )


def _sentences() -> dict[Reason, str]:
    return {
        Reason.NO_EVIDENCE: _("You have not practised this yet."),
        Reason.TOO_FEW_ITEMS: _(
            "Right at the first try and without a hint: %(right)d of %(of)d. You have answered %(items)d different "
            "items so far; at least %(least_items)d are needed."
        ),
        Reason.ESTIMATE_LOW: _(
            "Right at the first try and without a hint: %(right)d of %(of)d. We estimate a chance of %(estimate)d %% "
            "for the next one; %(threshold)d %% is needed. An item can be tried afresh the next day."
        ),
        Reason.MASTERED: _(
            "Right at the first try and without a hint: %(right)d of %(of)d. We estimate a chance of %(estimate)d %% "
            "for the next one; %(threshold)d %% is needed."
        ),
    }
