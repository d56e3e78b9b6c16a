"""Printed cards: what is on them, and what a facilitator does when one is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from tequio.kit import events, ids
from tequio.kit.errors import NotAllowed
from tequio.people import chosen_secret, codes, devices
from tequio.people.errors import FieldsRefused
from tequio.people.events import CardReissued
from tequio.people.granting import allowed, require
from tequio.people.joining import unused_code
from tequio.people.lookup import locked_person_row, person_row
from tequio.people.models import CardReissue, Membership, Person, Vouching
from tequio.people.values import Action, Actor, Card, CardReissueInfo, OrganisationId, PersonId, Role

if TYPE_CHECKING:
    from datetime import datetime

_SECRETS = ["password", "secret_kind", "card_secret"]


def card(*, person: PersonId, by: Actor) -> Card:
    """What is on `person`'s card; its secret is not known any more."""
    row = person_row(person)
    _require(by, Action.CARD_READ, row)
    return _card(row, None)


@transaction.atomic
def print_card(*, person: PersonId, by: Actor) -> Card:
    """The card with a fresh secret, shown this once; what an earlier print carries stops working."""
    row = locked_person_row(person)
    _require(by, Action.CARD_PRINT, row)
    secret = chosen_secret.new_card_secret(row)
    row.save(update_fields=["card_secret"])
    return _card(row, secret)


@transaction.atomic
def reissue_card(*, person: PersonId, by: Actor, reason: str, now: datetime) -> Card:
    """Replace a lost card: new code and secret, shown this once. Old code, secrets, devices and sessions die."""
    row = locked_person_row(person)
    _require(by, Action.CARD_REISSUE, row)
    _refuse_roles(by, row, now)
    reason = _sound_reason(reason)
    old_code, row.code = row.code, unused_code()
    chosen_secret.kill(row)
    secret = chosen_secret.new_card_secret(row)
    row.save(update_fields=["code", *_SECRETS])
    devices.forget_everywhere(row)
    CardReissue.objects.create(person=row, old_code=old_code, by=_row_of(by), at=now, reason=reason)
    events.publish(
        CardReissued(
            event_id=ids.new_uuid(),
            at=now,
            person=row.uuid,
            organisation=row.organisation.uuid,
            by=_row_of(by).uuid,
        )
    )
    return _card(row, secret)


def reissues(*, person: PersonId, by: Actor) -> tuple[CardReissueInfo, ...]:
    """The log of `person`'s reissued cards, the newest first."""
    row = person_row(person)
    _require(by, Action.PERSON_FIND, row)
    log = CardReissue.objects.filter(person=row).select_related("by").order_by("-id")
    return tuple(CardReissueInfo(person, PersonId(line.by.uuid), line.at, line.reason) for line in log)


@transaction.atomic
def vouch(*, person: PersonId, by: Actor, now: datetime) -> None:
    """A facilitator's word that this is who they say: identity level I1. Said twice, it stays the first."""
    row = person_row(person)
    _require(by, Action.PERSON_VOUCH, row)
    Vouching.objects.get_or_create(person=row, defaults={"by": _row_of(by), "at": now})


def _require(by: Actor, action: Action, row: Person) -> None:
    organisation = OrganisationId(row.organisation.uuid)
    require(by, action, organisation=organisation, owner=PersonId(row.uuid))


def _refuse_roles(by: Actor, row: Person, now: datetime) -> None:
    """A new card is a way in: it goes only through hands that could have given every role which comes with it."""
    live = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
    held = Membership.objects.filter(live, person=row).exclude(role=Role.LEARNER)
    for place in set(held.values_list("organisation__uuid", flat=True)):
        if not allowed(by, Action.ROLE_GRANT, organisation=OrganisationId(place)):
            raise NotAllowed(_("This person also works here. Only an operator can replace this card."))


def _row_of(by: Actor) -> Person:
    return person_row(by.person or PersonId(ids.new_uuid()))


def _sound_reason(reason: str) -> str:
    reason = " ".join("".join(ch if ch.isprintable() else " " for ch in reason).split())
    if not reason:
        raise FieldsRefused({"reason": _("Write why the card is replaced, such as “lost on the bus”.")})
    if len(reason) > 400:
        raise FieldsRefused({"reason": _("This reason is too long. Write at most 400 characters.")})
    return reason


def _card(row: Person, secret: str | None) -> Card:
    return Card(PersonId(row.uuid), codes.grouped(row.code), row.name, secret)
