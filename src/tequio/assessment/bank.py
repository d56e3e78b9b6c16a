"""Banks: what authors hand in, kept by version, with what is right apart from what is shown."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count

from tequio.assessment import bank_checks
from tequio.assessment.models import Bank, Item, ItemKey, ItemReview, ItemText, ItemVersion
from tequio.assessment.values import BankId, BankInfo, Pool
from tequio.kit import ids
from tequio.people import api as people
from tequio.people.values import Action
from tequio_standards import qti

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from tequio.assessment.values import BankItem
    from tequio.people.values import Actor, OrganisationId


@transaction.atomic
def put_bank(
    *, organisation: OrganisationId, key: str, items: Sequence[BankItem], by: Actor, now: datetime
) -> BankInfo:
    """Make the bank hold exactly `items`: new ones added, changed ones as a new version, missing ones retired.

    Refused as a whole, naming every item at fault, when an item is malformed, would change its pool, or asks what
    another item of the bank already asks. Hand in practice items too, so that they are held apart from the rest.
    """
    people.require(by, Action.BANK_WRITE, organisation=organisation)
    assert by.person is not None
    bank = _bank(organisation, key, by.person, now)
    bank_checks.refuse_faults(bank, items)
    held = {row.key: row for row in Item.objects.filter(bank=bank)}
    for bank_item in items:
        _put(bank, held, bank_item, by.person, now)
    wanted = {bank_item.item.key for bank_item in items}
    Item.objects.filter(bank=bank, retired_at__isnull=True).exclude(key__in=wanted).update(retired_at=now)
    return bank_info(bank)


def bank_info(bank: Bank) -> BankInfo:
    """What `bank` holds, counted."""
    live = Item.objects.filter(bank=bank, retired_at__isnull=True)
    counts = dict(live.values_list("pool").annotate(Count("id")))
    current = ItemVersion.objects.filter(item__in=live, superseded_at__isnull=True)
    passed = current.filter(pk__in=ItemReview.objects.values("version"))
    reviewed = dict(passed.values_list("item__pool").annotate(Count("id")))
    return BankInfo(
        BankId(bank.uuid),
        bank.key,
        {pool: counts.get(pool.value, 0) for pool in Pool},
        {pool: reviewed.get(pool.value, 0) for pool in Pool},
        Item.objects.filter(bank=bank, retired_at__isnull=False).count(),
    )


def _bank(organisation: OrganisationId, key: str, by: UUID, now: datetime) -> Bank:
    """The bank under `key`, locked: two authors handing in at once come one after the other."""
    Bank.objects.get_or_create(
        organisation__uuid=organisation,
        key=key,
        defaults={"uuid": ids.new_uuid(), "organisation_id": organisation, "made_by": by, "made_at": now},
    )
    return Bank.objects.select_for_update().get(organisation__uuid=organisation, key=key)


def _put(bank: Bank, held: dict[str, Item], bank_item: BankItem, by: UUID, now: datetime) -> None:
    item = bank_item.item
    row = held.get(item.key)
    if row is None:
        row = Item.objects.create(bank=bank, key=item.key, pool=bank_item.pool.value)
    elif row.retired_at is not None:
        row.retired_at = None
        row.save(update_fields=["retired_at"])
    ItemText.objects.get_or_create(
        bank=bank, fingerprint=bank_checks.fingerprint(item), defaults={"item": row}
    )
    version = _version(row, item, by, now)
    if bank_item.reviewed:
        ItemReview.objects.get_or_create(version=version, defaults={"by": by, "at": now})


def _version(row: Item, item: qti.Item, by: UUID, now: datetime) -> ItemVersion:
    """The current version, made anew when anything in the item changed."""
    whole = qti.item_to_json(item)
    digest = hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()
    current = ItemVersion.objects.filter(item=row, superseded_at__isnull=True).first()
    if current is not None and current.digest == digest:
        return current
    if current is not None:
        current.superseded_at = now
        current.save(update_fields=["superseded_at"])
    version = ItemVersion.objects.create(
        item=row,
        num=current.num + 1 if current is not None else 1,
        outcome=item.outcome,
        shown=shown(item),
        digest=digest,
        made_by=by,
        made_at=now,
    )
    ItemKey.objects.create(version=version, whole=whole)
    return version


def shown(item: qti.Item) -> dict[str, object]:
    """What learners see of an item, as kept JSON."""
    return {
        "key": item.key,
        "kind": item.kind,
        "stem": dict(item.stem),
        "choices": [{"key": choice.key, "text": dict(choice.text)} for choice in item.choices],
        "seconds": item.seconds,
    }
