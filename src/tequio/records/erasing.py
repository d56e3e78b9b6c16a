"""Erasure: an actor's words go, their places in the chain stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from tequio.kit import ids
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId
from tequio.records import rebuilding
from tequio.records.models import ActorPseudonym, Erasure, Origin, Statement, StatementIndex

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from tequio.people.values import Actor


def erase(*, actor: str, by: Actor, now: datetime) -> int:
    """Drop bytes and salt of every statement of the pseudonym `actor`; how many there were.

    What was derived from them goes too, and so does the link from the person to the pseudonym. The chain still
    verifies: each row keeps its place and its commitment, which says nothing without the salt.
    """
    with transaction.atomic():
        found = StatementIndex.objects.filter(actor=actor)
        stores = set(found.values_list("store", flat=True))
        for store in sorted(stores):
            people.require(by, Action.RECORD_ERASE, organisation=OrganisationId(store))
        erased = sum(_drop(actor, store, by.person, now) for store in sorted(stores))
        rebuilding.forget(actor)
        ActorPseudonym.objects.filter(name=actor).delete()
    return erased


def _drop(actor: str, store: UUID, by: UUID | None, now: datetime) -> int:
    list(Origin.objects.select_for_update().filter(store=store))  # no statement of theirs slips in meanwhile
    erasure = Erasure.objects.create(uuid=ids.new_uuid(), store=store, by=by, at=now)
    theirs = StatementIndex.objects.filter(actor=actor, store=store).values("statement_id")
    return Statement.objects.filter(pk__in=theirs).update(body=None, salt=None, erasure=erasure)
