"""Tables of runs, enrolment, and what statements say of a learner's progress."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Run(models.Model):
    """One offering of a version in time; without dates it is at one's own pace. A preview run waits for a review."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    version = models.ForeignKey("learning.CourseVersion", models.PROTECT, related_name="+")
    preview = models.BooleanField()
    opened_by = models.UUIDField()
    opened_at = models.DateTimeField()
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "learning"
        constraints = [
            models.UniqueConstraint(
                fields=["version", "preview"],
                condition=Q(starts_at__isnull=True),
                name="one_run_at_ones_own_pace",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="a_run_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=False) | Q(ends_at__isnull=True), name="an_end_needs_a_start"
            ),
        ]


class Enrolment(models.Model):
    """A learner in a run. It pins the version; its uuid is the registration of every statement."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    run = models.ForeignKey("learning.Run", models.PROTECT, related_name="+")
    version = models.ForeignKey("learning.CourseVersion", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    language = models.CharField(max_length=8)
    enrolled_at = models.DateTimeField()

    class Meta:
        app_label = "learning"
        constraints = [
            models.UniqueConstraint(fields=["run", "person"], name="one_enrolment_per_run"),
            models.CheckConstraint(condition=~Q(language=""), name="an_enrolment_has_a_language"),
        ]


class StepProgress(models.Model):
    """A step that a learner opened, and when it was finished: a fold over statements."""

    table_kind: ClassVar[str] = "derived"

    registration = models.UUIDField()
    actor = models.CharField(max_length=100)  # the pseudonym in the statements
    module = models.CharField(max_length=80)
    step = models.CharField(max_length=80)
    opened_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "learning"
        constraints = [
            models.UniqueConstraint(fields=["registration", "module", "step"], name="one_progress_per_step"),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=False) | Q(finished_at__isnull=False),
                name="progress_has_a_moment",
            ),
        ]


class FinishedModule(models.Model):
    """A module that a learner finished: a fold over statements."""

    table_kind: ClassVar[str] = "derived"

    registration = models.UUIDField()
    actor = models.CharField(max_length=100)
    module = models.CharField(max_length=80)
    finished_at = models.DateTimeField()

    class Meta:
        app_label = "learning"
        constraints = [
            models.UniqueConstraint(fields=["registration", "module"], name="a_module_is_finished_once")
        ]
