"""Joining a course by its key, or one run of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.kit.errors import Refused
from tequio.learning.catalog.reading import offer
from tequio.learning.runs.enrolling import enrol_in, run_row

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.learning.values import Enrolment, RunId
    from tequio.people.values import Actor, PersonId


def enrol(
    *,
    run: RunId | None = None,
    course_key: str | None = None,
    person: PersonId,
    language: str,
    by: Actor,
    now: datetime,
) -> Enrolment:
    """Enrol `person` in a run, or in the run of a course that is on offer now. Enrolling again changes nothing.

    People enrol themselves. The enrolment pins the version; its id is the registration of every statement.
    """
    if (run is None) == (course_key is None):
        raise Refused(_("Name a run or a course, one of the two."))
    row = run_row(run) if run is not None else offer(course_key or "")
    return enrol_in(row, person=person, language=language, by=by, now=now)
