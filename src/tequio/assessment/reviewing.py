"""Review of a bank's items: another pair of eyes, never those that wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from tequio.assessment.bank import bank_info
from tequio.assessment.bank_reading import in_use, require_reviewer
from tequio.assessment.models import Bank, ItemReview

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.assessment.values import BankInfo
    from tequio.people.values import Actor, OrganisationId


@transaction.atomic
def review_bank(*, organisation: OrganisationId, key: str, by: Actor, now: datetime) -> BankInfo | None:
    """Let every item in use of the bank `key` pass review, so that forms may draw it. None when there is no such bank.

    Nobody reviews what they wrote.
    """
    bank = Bank.objects.select_for_update().filter(organisation__uuid=organisation, key=key).first()
    if bank is None:
        return None
    require_reviewer(bank, organisation, by)
    assert by.person is not None
    for version in in_use(bank).exclude(pk__in=ItemReview.objects.values("version")):
        ItemReview.objects.get_or_create(version=version, defaults={"by": by.person, "at": now})
    return bank_info(bank)
