"""Whoever can run commands on the machine acts as an operator of the organisation, and is named in the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.kit import clock
from tequio.kit.errors import Refused
from tequio.learning import api as learning
from tequio.people import api as people
from tequio.people.models import Membership
from tequio.people.values import PersonId, Role

if TYPE_CHECKING:
    from tequio.people.values import Actor, OrganisationInfo


class NobodyToActAs(Refused):
    """The organisation has no operator, or there are several organisations and none was named."""


def organisation(key: str | None) -> OrganisationInfo:
    """The organisation with `key`, or the only one there is, or else the only one that offers courses."""
    if key:
        return people.organisation_by_key(key)
    found = people.organisations()
    if len(found) > 1:
        found = tuple(one for one in found if learning.catalogue(organisation=one.id)) or found
    if len(found) != 1:
        names = ", ".join(org.key for org in people.organisations())
        raise NobodyToActAs(f"Name the organisation with --organisation. There are: {names or 'none'}.")
    return found[0]


def operator(of: OrganisationInfo) -> Actor:
    """The organisation's longest-standing operator, as an actor."""
    return _first(of, Role.OPERATOR, "Make one with: tequio init")


def officer(of: OrganisationInfo) -> Actor:
    """Its longest-standing officer: only officers issue results from elsewhere and revoke."""
    return _first(of, Role.OFFICER, "An operator names one on the page of roles.")


def _first(of: OrganisationInfo, role: Role, advice: str) -> Actor:
    held = Membership.objects.filter(organisation__uuid=of.id, role=role).select_related("person")
    first = held.order_by("id").first()
    if first is None:
        raise NobodyToActAs(f"{of.name} has no {role}. {advice}")
    return people.actor(PersonId(first.person.uuid), now=clock.now())
