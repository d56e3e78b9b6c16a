"""Tables of reviews."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Review(models.Model):
    """One look at one version: by the program, or by a person who is not its author."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    version = models.ForeignKey("learning.CourseVersion", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    by = models.UUIDField(null=True)
    by_name = models.CharField(max_length=200)
    demo = models.BooleanField()  # signed by a simulated reviewer
    passed = models.BooleanField()
    results = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        app_label = "learning"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="machine", by__isnull=True) | Q(kind="self", by__isnull=False),
                name="a_person_signs_unless_the_program_does",
            ),
            models.CheckConstraint(condition=~Q(by_name=""), name="a_review_is_named"),
            models.UniqueConstraint(
                fields=["version"], condition=Q(kind="machine"), name="one_machine_review_per_version"
            ),
        ]
