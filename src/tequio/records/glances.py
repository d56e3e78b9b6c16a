"""Glances at the ledger that read no statement: how long it is, when someone last did something, who is active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Max, Sum
from django.db.models.functions import TruncWeek

from tequio.records.models import Origin, StatementIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date, datetime, tzinfo
    from uuid import UUID


def ledger_size(*, store: UUID) -> int:
    """How many statements the lanes of a store hold, erased ones too. Says nothing of whether the chain holds."""
    total: int | None = Origin.objects.filter(store=store).aggregate(total=Sum("length"))["total"]
    return total or 0


def last_acts(registrations: Collection[UUID]) -> Mapping[UUID, datetime]:
    """When something last happened in each of these enrolments; those without a statement are left out."""
    acts = StatementIndex.objects.filter(registration__in=set(registrations)).order_by()
    return dict(acts.values_list("registration").annotate(Max("timestamp")))


def active_by_week(
    registrations: Collection[UUID], *, since: datetime, zone: tzinfo, verb: str | None = None
) -> Mapping[date, int]:
    """In how many of these enrolments something was done (or just `verb`), by the Monday of each week in `zone`."""
    acts = StatementIndex.objects.filter(registration__in=set(registrations), timestamp__gte=since)
    acts = acts.filter(verb=verb) if verb else acts
    weeks = acts.order_by().annotate(week=TruncWeek("timestamp", tzinfo=zone)).values_list("week")
    return {week.date(): people for week, people in weeks.annotate(Count("registration", distinct=True))}
