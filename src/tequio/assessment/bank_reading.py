"""Reading a bank with what is right: for who reviews it, and never for who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.assessment.models import Bank, ItemKey, ItemReview, ItemVersion
from tequio.assessment.values import BankItemView, Pool
from tequio.kit.errors import NotAllowed
from tequio.people import api as people
from tequio.people.values import Action, PersonId
from tequio_standards import qti

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from tequio.people.values import Actor, OrganisationId


def read_bank(*, organisation: OrganisationId, key: str, by: Actor) -> tuple[BankItemView, ...]:
    """Every item in use of the bank `key`, key and reasons included; none when there is no such bank.

    For reviewers of the organisation who wrote none of it. These are the very items that `review_bank` lets pass.
    """
    bank = Bank.objects.filter(organisation__uuid=organisation, key=key).first()
    require_reviewer(bank, organisation, by)
    if bank is None:
        return ()
    versions = in_use(bank)
    reviewed = set(ItemReview.objects.filter(version__in=versions).values_list("version", flat=True))
    keys = ItemKey.objects.filter(version__in=versions).select_related("version__item")
    return tuple(
        BankItemView(qti.item_from_json(one.whole), Pool(one.version.item.pool), one.version_id in reviewed)
        for one in keys.order_by("version__item__key")
    )


def require_reviewer(bank: Bank | None, organisation: OrganisationId, by: Actor) -> None:
    """Raise `NotAllowed` unless `by` reviews for the organisation, and wrote nothing of the bank."""
    owner = PersonId(bank.made_by) if bank else None
    people.require(by, Action.ITEM_REVIEW, organisation=organisation, owner=owner)
    assert by.person is not None
    if bank and in_use(bank).filter(made_by=by.person).exists():
        raise NotAllowed(_("You wrote some of these items. Ask somebody else to review them."))


def in_use(bank: Bank) -> QuerySet[ItemVersion]:
    """The current version of every item that is not retired."""
    return ItemVersion.objects.filter(
        item__bank=bank, item__retired_at__isnull=True, superseded_at__isnull=True
    )
