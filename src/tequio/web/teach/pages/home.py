"""The teacher's start page: each course with its runs, and who needs a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from tequio.kit.words import say
from tequio.web.teach.silence import is_silent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from tequio.learning.runs.api import Followed, RunToFollow


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCard:
    """A run in the list. `silent` learners did nothing for a week and hold no certificate yet."""

    key: str
    href: str
    title: str
    version: int
    preview: bool
    since: str
    learners: int
    silent: int
    certificates: int


@dataclass(frozen=True, slots=True)
class TeachPage:
    """The teacher's start page."""

    template: ClassVar[str] = "teach/home.html"
    runs: Sequence[RunCard]


def worth_showing(runs: Sequence[RunToFollow]) -> Sequence[RunToFollow]:
    """Without the previews that nobody joined before the version opened."""
    opened = {(run.course_key, run.version) for run in runs if not run.preview}
    return [
        run for run in runs if run.learners or (run.course_key, run.version) not in opened or not run.preview
    ]


def run_card(
    run: RunToFollow,
    learners: Sequence[Followed],
    codes: Mapping[UUID, str],
    *,
    now: datetime,
    language: str,
) -> RunCard:
    return RunCard(
        key=f"{run.course_key}-{run.version}",
        href=reverse("teach_run", args=[run.id]),
        title=say(run.title, language),
        version=run.version,
        preview=run.preview,
        since=date_format(localtime(run.opened_at), "DATE_FORMAT"),
        learners=len(learners),
        silent=sum(is_silent(one.last_act, now, done=one.enrolment in codes) for one in learners),
        certificates=sum(one.enrolment in codes for one in learners),
    )
