"""The outbox: events written in the same transaction as the change they tell of; and the leases of running jobs."""

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
