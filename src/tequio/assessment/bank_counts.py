"""How many items a bank holds, for who may know that; never what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.assessment.bank import bank_info
from tequio.assessment.models import Bank
from tequio.people import api as people
from tequio.people.values import Action

if TYPE_CHECKING:
    from tequio.assessment.values import BankInfo
    from tequio.people.values import Actor, OrganisationId


def count_bank(*, organisation: OrganisationId, key: str, by: Actor) -> BankInfo | None:
    """Items in use by pool, and how many of them are reviewed; None when there is no such bank."""
    people.require(by, Action.BANK_READ, organisation=organisation)
    bank = Bank.objects.filter(organisation__uuid=organisation, key=key).first()
    return bank_info(bank) if bank else None
