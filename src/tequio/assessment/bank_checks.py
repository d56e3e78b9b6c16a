"""What a bank refuses: malformed items, one question in two places, an item that would change its pool."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.assessment.errors import BankRefused
from tequio.assessment.models import Item, ItemText
from tequio_standards import qti

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.assessment.models import Bank
    from tequio.assessment.values import BankItem
    from tequio.kit.words import Words


def refuse_faults(bank: Bank, items: Sequence[BankItem]) -> None:
    """Raise `BankRefused` with every fault of `items`, among themselves and against what `bank` holds."""
    problems = [*_malformed(items), *_repeated(items)]
    problems = problems or [*_moved(bank, items), *_known_elsewhere(bank, items)]
    if problems:
        raise BankRefused(problems)


def fingerprint(item: qti.Item) -> str:
    """The same for two items that ask the same: stem and choices without case, blanks, or the order of choices."""
    asked = [_flat(item.stem), sorted(_flat(choice.text) for choice in item.choices)]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


def _flat(words: Words) -> list[str]:
    texts = (
        " ".join(unicodedata.normalize("NFKC", text).casefold().split()) for _, text in sorted(words.items())
    )
    return list(texts)


def _malformed(items: Sequence[BankItem]) -> list[str]:
    return [
        _("Item %(item)s: %(problem)s") % {"item": bank_item.item.key, "problem": str(problem)}
        for bank_item in items
        for problem in qti.item_problems(qti.item_to_json(bank_item.item))
    ]


def _repeated(items: Sequence[BankItem]) -> list[str]:
    problems: list[str] = []
    keys: dict[str, BankItem] = {}
    texts: dict[str, BankItem] = {}
    for bank_item in items:
        text = fingerprint(bank_item.item)
        if bank_item.item.key in keys:
            problems.append(_same_key(keys[bank_item.item.key], bank_item))
        elif text in texts:
            problems.append(_same_text(texts[text].item.key, texts[text].pool.value, bank_item))
        keys[bank_item.item.key] = texts[text] = bank_item
    return problems


def _moved(bank: Bank, items: Sequence[BankItem]) -> list[str]:
    pools = dict(Item.objects.filter(bank=bank).values_list("key", "pool"))
    return [
        _(
            "Item %(item)s is in the pool %(old)s and cannot move to %(new)s: learners may have met it there. "
            "Write a new item under a new key."
        )
        % {"item": one.item.key, "old": pools[one.item.key], "new": one.pool.value}
        for one in items
        if pools.get(one.item.key, one.pool.value) != one.pool.value
    ]


def _known_elsewhere(bank: Bank, items: Sequence[BankItem]) -> list[str]:
    """Texts that belong to another key already; a retired item's text is taken too."""
    texts = {fingerprint(one.item): one for one in items}
    known = ItemText.objects.filter(bank=bank, fingerprint__in=texts).select_related("item")
    return [
        _same_text(text.item.key, text.item.pool, texts[text.fingerprint])
        for text in known.order_by("pk")
        if text.item.key != texts[text.fingerprint].item.key
    ]


def _same_key(one: BankItem, other: BankItem) -> str:
    return _(
        "The key %(item)s stands in the pool %(old)s and again in %(new)s. Give each item a key of its own."
    ) % {"item": one.item.key, "old": one.pool.value, "new": other.pool.value}


def _same_text(key: str, pool: str, other: BankItem) -> str:
    return _(
        "Item %(new)s in the pool %(new_pool)s asks the same as item %(old)s in the pool %(old_pool)s. "
        "Pools must not share an item: write another one, or keep the first key."
    ) % {"new": other.item.key, "new_pool": other.pool.value, "old": key, "old_pool": pool}
