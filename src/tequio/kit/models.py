"""The outbox, the leases of running jobs, and the rows of long work."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class OutboxEvent(models.Model):
    """One event waiting for, or done with, delivery to its handlers."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    name = models.CharField(max_length=80)
    body = models.TextField()
    published_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    last_error = models.TextField(default="")

    class Meta:
        indexes = [
            models.Index(fields=["id"], name="outbox_waiting", condition=models.Q(delivered_at__isnull=True))
        ]


class JobLease(models.Model):
    """That a worker runs a job, and until when its word holds; it renews while it lives."""

    table_kind: ClassVar[str] = "primary"

    job = models.UUIDField(primary_key=True)
    worker = models.UUIDField()
    until = models.DateTimeField()


class Work(models.Model):
    """Long work that somebody asked for: how far it is, and how it ended. Its function is named by `kind`."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=40)
    scope = models.UUIDField()  # for whom it is done
    subject = models.CharField(max_length=100, blank=True)  # the same is never under way twice
    asked_by = models.UUIDField()
    language = models.CharField(max_length=8)
    details = models.JSONField(default=dict)
    job = models.UUIDField(null=True)
    state = models.CharField(max_length=12)
    phase = models.CharField(max_length=40, blank=True)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    result = models.JSONField(default=dict)
    trouble = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["scope", "kind", "-id"], name="work_of_a_scope")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "scope", "subject"],
                condition=models.Q(ended_at__isnull=True),
                name="the_same_work_is_under_way_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["queued", "running"], ended_at__isnull=True)
                | models.Q(state__in=["done", "failed", "cancelled", "lost"], ended_at__isnull=False),
                name="work_has_ended_or_is_under_way",
            ),
        ]
