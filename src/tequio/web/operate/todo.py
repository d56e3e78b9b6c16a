"""What a hub still lacks, worked out from what is there: nothing is ticked off by hand, so nothing wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

from tequio.kit import clock
from tequio.learning import api as learning
from tequio.people.appearance import api as appearance
from tequio.people.roster import api as roster
from tequio.people.values import Role
from tequio.web.operate.machine import glance

if TYPE_CHECKING:
    from collections.abc import Collection

    from tequio.learning.values import CourseCard
    from tequio.people.values import Actor, HeadCount, HeldGrant, OrganisationId
    from tequio.web.operate.machine import Machine


@dataclass(frozen=True, slots=True)
class Facts:
    """What an organisation has on this hub, and how the machine is doing."""

    people: HeadCount
    grants: Collection[HeldGrant]
    courses: Collection[CourseCard]
    machine: Machine
    themed: bool

    def to_do(self) -> tuple[str, ...]:
        """Keys of what is still to do, in the order in which one does it."""
        reviewers = any(grant.role is Role.REVIEWER for grant in self.grants)
        waiting = bool(self.courses) and all(card.preview for card in self.courses)
        lacks = {
            "course": not self.courses,
            "colleagues": len({grant.person.id for grant in self.grants}) < 2,
            "reviewer": waiting and not reviewers,
            "review": waiting and reviewers,
            "backup": self.machine.backup_at is None,
        }
        keys = tuple(key for key, lacking in lacks.items() if lacking)
        return (*keys, "colours") if keys and not self.themed else keys  # a matter of taste nags nobody alone


def facts(actor: Actor, here: OrganisationId) -> Facts:
    """For an operator of `here`."""
    now = clock.now()
    return Facts(
        people=roster.head_count(organisation=here, by=actor, now=now),
        grants=roster.held_grants(organisation=here, by=actor, now=now),
        courses=learning.catalogue(organisation=here),
        machine=glance(settings.DATA),
        themed=appearance.theme() is not None,
    )
