"""Who holds which role in an organisation now, and how many people it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from tequio.people.granting import require
from tequio.people.lookup import info, vouched_among
from tequio.people.models import Membership, Person
from tequio.people.values import Action, HeadCount, HeldGrant, Role

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from tequio.people.values import Actor, OrganisationId


def head_count(*, organisation: OrganisationId, by: Actor, now: datetime) -> HeadCount:
    """How many people an organisation has, and how many hold each role now."""
    require(by, Action.HUB_OPERATE, organisation=organisation)
    people = Person.objects.filter(organisation__uuid=organisation, is_active=True).count()
    counted = _live(organisation, now).values_list("role").annotate(Count("person", distinct=True))
    return HeadCount(people, {Role(role): count for role, count in counted})


def held_grants(*, organisation: OrganisationId, by: Actor, now: datetime) -> tuple[HeldGrant, ...]:
    """Every grant that holds now, but the learners': whom, as what, until when. By role, then by name."""
    require(by, Action.ROLE_GRANT, organisation=organisation)
    held = _live(organisation, now).exclude(role=Role.LEARNER).select_related("person__organisation")
    rows = list(held.order_by("role", "person__name_folded", "pk"))
    vouched = vouched_among([row.person for row in rows])
    return tuple(
        HeldGrant(info(row.person, vouched), Role(row.role), row.run, row.granted_at, row.expires_at)
        for row in rows
    )


def _live(organisation: OrganisationId, now: datetime) -> QuerySet[Membership]:
    holds = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
    return Membership.objects.filter(holds, organisation__uuid=organisation, person__is_active=True)
