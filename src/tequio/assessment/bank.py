"""Banks: what authors hand in, kept by version, with what is right apart from what is shown."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

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
    rows = _rows(bank, items)
    versions = _versions(rows, items, by.person, now)
    _review([versions[one.item.key] for one in items if one.reviewed], by.person, now)
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


def _rows(bank: Bank, items: Sequence[BankItem]) -> dict[str, Item]:
    """The item behind each key, made where it is new, taken back into use where it was retired."""
    keys = [one.item.key for one in items]
    Item.objects.filter(bank=bank, key__in=keys, retired_at__isnull=False).update(retired_at=None)
    held = set(Item.objects.filter(bank=bank).values_list("key", flat=True))
    Item.objects.bulk_create(
        Item(bank=bank, key=one.item.key, pool=one.pool.value) for one in items if one.item.key not in held
    )
    rows = {row.key: row for row in Item.objects.filter(bank=bank, key__in=keys)}
    _claim_texts(bank, rows, items)
    return rows


def _claim_texts(bank: Bank, rows: dict[str, Item], items: Sequence[BankItem]) -> None:
    texts = {bank_checks.fingerprint(one.item): rows[one.item.key] for one in items}
    claimed = set(ItemText.objects.filter(bank=bank).values_list("fingerprint", flat=True))
    ItemText.objects.bulk_create(
        ItemText(bank=bank, fingerprint=text, item=row) for text, row in texts.items() if text not in claimed
    )


def _versions(
    rows: dict[str, Item], items: Sequence[BankItem], by: UUID, now: datetime
) -> dict[str, ItemVersion]:
    """The current version of each item, made anew where anything in it changed."""
    found = ItemVersion.objects.filter(item__in=rows.values(), superseded_at__isnull=True)
    current = {version.item_id: version for version in found}
    fresh, wholes = [], []
    for one in items:
        row, whole = rows[one.item.key], qti.item_to_json(one.item)
        version = _next_version(row, one.item, _digest(whole), current.get(row.pk), by, now)
        if version is not current.get(row.pk):
            current[row.pk] = version
            fresh.append(version)
            wholes.append(whole)
    retired = found.filter(item__in=[version.item_id for version in fresh])
    retired.update(superseded_at=now)
    ItemVersion.objects.bulk_create(fresh)
    ItemKey.objects.bulk_create(ItemKey(version=v, whole=w) for v, w in zip(fresh, wholes, strict=True))
    return {key: current[row.pk] for key, row in rows.items()}


def _next_version(
    row: Item, item: qti.Item, digest: str, held: ItemVersion | None, by: UUID, now: datetime
) -> ItemVersion:
    if held is not None and held.digest == digest:
        return held
    return ItemVersion(
        item=row,
        num=held.num + 1 if held is not None else 1,
        outcome=item.outcome,
        shown=shown(item),
        digest=digest,
        made_by=by,
        made_at=now,
    )


def _review(versions: Sequence[ItemVersion], by: UUID, now: datetime) -> None:
    passed = set(ItemReview.objects.filter(version__in=versions).values_list("version", flat=True))
    ItemReview.objects.bulk_create(
        ItemReview(version=version, by=by, at=now) for version in versions if version.pk not in passed
    )


def _digest(whole: dict[str, Any]) -> str:  # a JSON object
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def shown(item: qti.Item) -> dict[str, object]:
    """What learners see of an item, as kept JSON."""
    return {
        "key": item.key,
        "kind": item.kind,
        "stem": dict(item.stem),
        "choices": [{"key": choice.key, "text": dict(choice.text)} for choice in item.choices],
        "seconds": item.seconds,
    }
