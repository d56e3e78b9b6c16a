"""Tables of courses and their versions. A version is a snapshot: written once and never changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Course(models.Model):
    """A course under the key that its addresses and statements use, unique on the whole hub."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    key = models.CharField(max_length=60)
    made_at = models.DateTimeField()

    class Meta:
        app_label = "learning"
        constraints = [
            models.UniqueConstraint(fields=["key"], name="one_course_per_key"),
            models.CheckConstraint(condition=~Q(key=""), name="a_course_has_a_key"),
        ]


class CourseVersion(models.Model):
    """What a course was at one moment: the manifest's bytes and their hash, the package id."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    course = models.ForeignKey("learning.Course", models.PROTECT, related_name="+")
    num = models.PositiveIntegerField()
    package_id = models.CharField(max_length=64)
    manifest = models.BinaryField()
    made_by = models.UUIDField()  # the person who handed it in: never its reviewer
    made_at = models.DateTimeField()

    class Meta:
        app_label = "learning"
        constraints = [
            models.UniqueConstraint(fields=["course", "num"], name="one_version_per_num"),
            models.UniqueConstraint(fields=["course", "package_id"], name="one_version_per_package"),
            models.CheckConstraint(condition=Q(num__gte=1), name="versions_count_from_one"),
        ]


class Publication(models.Model):
    """The act that offers a version: who and when. Whether it opens to everyone is its review's word."""

    table_kind: ClassVar[str] = "primary"

    version = models.ForeignKey("learning.CourseVersion", models.PROTECT, related_name="+")
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        app_label = "learning"
        constraints = [models.UniqueConstraint(fields=["version"], name="a_version_is_published_once")]
