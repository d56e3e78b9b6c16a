"""Glances at the ledger that read no statement: how long it is, and when someone last did something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Max, Sum

from tequio.records.models import Origin, StatementIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime
    from uuid import UUID


def ledger_size(*, store: UUID) -> int:
    """How many statements the lanes of a store hold, erased ones too. Says nothing of whether the chain holds."""
    total: int | None = Origin.objects.filter(store=store).aggregate(total=Sum("length"))["total"]
    return total or 0


def last_acts(registrations: Collection[UUID]) -> Mapping[UUID, datetime]:
    """When something last happened in each of these enrolments; those without a statement are left out."""
    acts = StatementIndex.objects.filter(registration__in=set(registrations)).order_by()
    return dict(acts.values_list("registration").annotate(Max("timestamp")))
