"""Who reacts to what, and what fills each port: the whole map on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tequio.assessment import api as assessment
from tequio.assessment.events import AttemptSubmitted
from tequio.credentials import api as credentials
from tequio.credentials import events as credential_events
from tequio.credentials import trusting
from tequio.kit import outbox, upkeep
from tequio.learning import api as learning
from tequio.learning import events as learning_events
from tequio.people import events as people_events
from tequio.records import api as records

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from tequio.kit.events import Event

# An event nobody reacts to yet stands here all the same: this is where one looks.
REACTIONS: dict[type[Event], Sequence[Callable[[Any], None]]] = {
    people_events.PersonJoined: [],
    people_events.CardReissued: [],
    people_events.RoleGranted: [],
    learning_events.CoursePublished: [],
    learning_events.LearnerEnrolled: [],
    learning_events.ModuleFinished: [],
    learning_events.CourseFinished: [credentials.award_when_finished],
    AttemptSubmitted: [credentials.award_when_passed],
    credential_events.CredentialIssued: [],
    credential_events.CredentialRevoked: [],
}

# Folds over statements, in the order a rebuild replays them.
PROJECTIONS: tuple[records.Projection, ...] = (*assessment.PROJECTIONS, *learning.PROJECTIONS)


def close_overdue_attempts(now: datetime) -> int:
    """Attempts whose time ran out while nobody looked are scored with what was saved."""
    return assessment.close_overdue(now=now)


# What a running hub keeps up by itself.
CHORES: tuple[Callable[[datetime], object], ...] = (trusting.keep_current, close_overdue_attempts)


def lay() -> None:
    """Install reactions and ports; called once, when all apps are ready."""
    outbox.install(REACTIONS)
    records.install_projections(PROJECTIONS)
    upkeep.install(CHORES)
