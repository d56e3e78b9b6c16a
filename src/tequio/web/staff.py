"""For whom someone acts: the organisations in which their grants let them do a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.people import api as people

if TYPE_CHECKING:
    from tequio.people.values import Action, Actor, OrganisationId


def places(actor: Actor, action: Action) -> tuple[OrganisationId, ...]:
    """Where `actor` may do `action`, in a whole organisation or a run of it; their own comes first.

    Raises `NotAllowed` when there is no such place.
    """
    held = sorted(actor.grants, key=lambda grant: grant.organisation != actor.organisation)
    found = dict.fromkeys(
        grant.organisation
        for grant in held
        if people.allowed(actor, action, organisation=grant.organisation, run=grant.run)
    )
    if not found:
        people.require(actor, action, organisation=actor.organisation)
    return tuple(found)


def place(actor: Actor, action: Action) -> OrganisationId:
    """The organisation that a start page is about."""
    return places(actor, action)[0]
