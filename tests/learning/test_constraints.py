"""Every named constraint of the learning wall is broken once, and holds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tequio.kit import ids
from tequio.learning import models
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(cast, reviewed):
    """One row of each table to copy and spoil."""
    version = models.CourseVersion.objects.get()
    run = models.Run.objects.get(preview=False)
    enrolment = models.Enrolment.objects.create(
        uuid=ids.new_uuid(),
        organisation_id=cast.a.id,
        run=run,
        version=version,
        person_id=cast.rosa.id,
        language="es",
        enrolled_at=NOW,
    )
    marks = {"registration": enrolment.uuid, "actor": "a", "module": "m"}
    return {
        "Course": version.course,
        "CourseVersion": version,
        "Publication": models.Publication.objects.get(),
        "MachineReview": models.Review.objects.get(kind="machine"),
        "SelfReview": models.Review.objects.get(kind="self"),
        "Run": run,
        "Enrolment": enrolment,
        "StepProgress": models.StepProgress.objects.create(**marks, step="s", opened_at=NOW),
        "FinishedModule": models.FinishedModule.objects.create(**marks, finished_at=NOW),
    }


LATER, SOONER = NOW + timedelta(days=1), NOW - timedelta(days=1)
BREAKS = {
    "one_course_per_key": ("Course", {}),
    "a_course_has_a_key": ("Course", {"key": ""}),
    "one_version_per_num": ("CourseVersion", {"package_id": "0" * 64}),
    "one_version_per_package": ("CourseVersion", {"num": 2}),
    "versions_count_from_one": ("CourseVersion", {"num": 0, "package_id": "0" * 64}),
    "a_version_is_published_once": ("Publication", {}),
    "a_person_signs_unless_the_program_does": ("SelfReview", {"by": None}),
    "a_review_is_named": ("SelfReview", {"by_name": ""}),
    "one_machine_review_per_version": ("MachineReview", {}),
    "one_run_at_ones_own_pace": ("Run", {}),
    "a_run_ends_after_it_starts": ("Run", {"starts_at": NOW, "ends_at": SOONER}),
    "an_end_needs_a_start": ("Run", {"ends_at": LATER}),
    "one_enrolment_per_run": ("Enrolment", {}),
    "an_enrolment_has_a_language": ("Enrolment", {"language": "", "person_id": "tomas"}),
    "one_progress_per_step": ("StepProgress", {}),
    "progress_has_a_moment": ("StepProgress", {"step": "t", "opened_at": None}),
    "a_module_is_finished_once": ("FinishedModule", {}),
}
# SQLite names the columns of a broken unique constraint, not its name.
COLUMNS = {
    "one_course_per_key": "course.key",
    "one_version_per_num": "courseversion.num",
    "one_version_per_package": "courseversion.package_id",
    "a_version_is_published_once": "publication.version_id",
    "one_machine_review_per_version": "review.version_id",
    "one_run_at_ones_own_pace": "run.version_id, learning_run.preview",
    "one_enrolment_per_run": "enrolment.run_id, learning_enrolment.person_id",
    "one_progress_per_step": "stepprogress.step",
    "a_module_is_finished_once": "finishedmodule.module",
}


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses_what_breaks_it(cast, rows, name):
    table, spoiled = BREAKS[name]
    row = rows[table]
    row.pk = None
    if hasattr(row, "uuid"):
        row.uuid = ids.new_uuid()
    for field, value in spoiled.items():
        setattr(row, field, cast.tomas.id if value == "tomas" else value)
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        row.save(force_insert=True)
    assert name in str(caught.value) or COLUMNS.get(name, name) in str(caught.value)


def test_no_constraint_is_left_untried():
    tables = [getattr(models, name) for name in models.__all__]
    named = {constraint.name for table in tables for constraint in table._meta.constraints}
    assert named == BREAKS.keys()
