"""Grants: who may act for what, and the one question every guarded act asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from tequio.kit import events, ids
from tequio.kit.errors import NotAllowed, Refused
from tequio.people import joining, rules
from tequio.people.events import RoleGranted
from tequio.people.lookup import organisation_row, person_row
from tequio.people.models import Membership
from tequio.people.values import Action, Actor, Grant, OrganisationId, PersonId, Role

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from tequio.people.values import PersonInfo

allowed = rules.may


def require(
    actor: Actor,
    action: Action,
    *,
    organisation: OrganisationId | None,
    run: UUID | None = None,
    owner: PersonId | None = None,
) -> None:
    """Raise `NotAllowed` unless `allowed` says yes."""
    if not rules.may(actor, action, organisation=organisation, run=run, owner=owner):
        raise NotAllowed(_("Your account may not do this. Ask whoever runs this hub if you think it should."))


def actor(person: PersonId | None, *, now: datetime | None = None) -> Actor:
    """Who `person` is and may act as. Without `now`, grants that expire do not count: safe rather than sorry."""
    if person is None:
        return Actor.nobody()
    live = Q(expires_at__isnull=True)
    if now is not None:
        live |= Q(expires_at__gt=now)
    held = list(
        Membership.objects.filter(live, person__uuid=person, person__is_active=True)
        .select_related("organisation", "person__organisation")
        .order_by("id")
    )
    row = held[0].person if held else person_row(person)
    return Actor(
        person=PersonId(row.uuid),
        organisation=OrganisationId(row.organisation.uuid),
        grants=tuple(_grant_of(membership) for membership in held),
        language=row.language,
    )


def _grant_of(membership: Membership) -> Grant:
    organisation = OrganisationId(membership.organisation.uuid)
    return Grant(Role(membership.role), organisation, membership.run, membership.expires_at)


def grant(
    *,
    person: PersonId,
    role: Role,
    organisation: OrganisationId,
    run: UUID | None = None,
    by: Actor,
    now: datetime,
    expires_at: datetime | None = None,
) -> Grant:
    """Let `person` act as `role` for `organisation`, or for one `run` of it. Granting again moves the expiry."""
    require(by, Action.ROLE_GRANT, organisation=organisation)
    return _grant(person, role, organisation, run, by.person, now, expires_at)


def first_operator(
    *, organisation: OrganisationId, name: str, secret: str, now: datetime, language: str = "es"
) -> PersonInfo:
    """Whoever opens an organisation: a person who joins and is its operator. Only while it has none."""
    with transaction.atomic():
        place = organisation_row(organisation)
        if Membership.objects.filter(organisation=place, role=Role.OPERATOR).exists():
            raise Refused(_("This organisation has an operator already, who can grant roles."))
        person = joining.join(organisation=organisation, name=name, language=language, secret=secret, now=now)
        _grant(person.id, Role.OPERATOR, organisation, None, None, now, None)
    return person


@transaction.atomic
def _grant(
    person: PersonId,
    role: Role,
    organisation: OrganisationId,
    run: UUID | None,
    by: PersonId | None,
    now: datetime,
    expires_at: datetime | None,
) -> Grant:
    place = organisation_row(organisation)
    Membership.objects.update_or_create(
        person=person_row(person),
        organisation=place,
        role=role,
        run=run,
        defaults={
            "granted_by": person_row(by) if by else None,
            "granted_at": now,
            "expires_at": expires_at,
        },
    )
    events.publish(
        RoleGranted(
            event_id=ids.new_uuid(),
            at=now,
            person=person,
            organisation=organisation,
            role=role.value,
            run=run,
            by=by,
        )
    )
    return Grant(role, organisation, run, expires_at)
