"""Who reacts to what, and what fills each port: the whole map on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from tequio.assessment import api as assessment
from tequio.assessment.events import AttemptSubmitted
from tequio.credentials import api as credentials
from tequio.credentials import events as credential_events
from tequio.credentials import trusting
from tequio.kit import outbox, upkeep, work
from tequio.learning import api as learning
from tequio.learning import events as learning_events
from tequio.people import events as people_events
from tequio.records import api as records
from tequio.site import backups
from tequio.web.operate import errands

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from tequio.kit.events import Event
    from tequio.kit.going import Going

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
    credential_events.BatchIssued: [],
    credential_events.BatchRevoked: [],
}

# Folds over statements, in the order a rebuild replays them.
PROJECTIONS: tuple[records.Projection, ...] = (*assessment.PROJECTIONS, *learning.PROJECTIONS)


def close_overdue_attempts(now: datetime) -> int:
    """Attempts whose time ran out while nobody looked are scored with what was saved."""
    return assessment.close_overdue(now=now)


# What a running hub keeps up by itself.
CHORES: tuple[Callable[[datetime], object], ...] = (
    trusting.keep_current,
    close_overdue_attempts,
    work.forget_old,
)


def back_up(going: Going, details: Mapping[str, str]) -> Mapping[str, object]:
    """A backup that a page asked for, where `tequio backup` puts it too."""
    file = backups.back_up(settings.DATA, settings.DATA / "backups", going)
    return {"file": file.name}


# Long work by kind.
WORK: Mapping[str, Callable[[Going, Mapping[str, str]], Mapping[str, object]]] = {
    **errands.ERRANDS,
    errands.BACKUP: back_up,
}


def lay() -> None:
    """Install reactions and ports; called once, when all apps are ready."""
    outbox.install(REACTIONS)
    records.install_projections(PROJECTIONS)
    upkeep.install(CHORES)
    work.install(WORK)
