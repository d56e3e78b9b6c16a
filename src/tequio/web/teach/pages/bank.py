"""A bank in numbers. What the items ask, and what is right, stands on the page of `items` only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.assessment.values import Pool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.assessment.values import BankInfo

CHECKED = (Pool.FINAL, Pool.DELAYED)


@dataclass(frozen=True, slots=True)
class PoolLine:
    """How many items a pool holds, and how many of them are reviewed."""

    name: str
    items: str
    reviewed: str


def pool_lines(bank: BankInfo | None) -> Sequence[PoolLine]:
    if bank is None:
        return ()
    return [
        PoolLine(pool_name(pool), _items(bank.counts[pool]), _reviewed(bank.reviewed[pool])) for pool in Pool
    ]


def pool_name(pool: Pool) -> str:
    if pool is Pool.PRACTICE:
        return _("For practice")
    return _("For the final check") if pool is Pool.FINAL else _("For the delayed check")


def has_items(bank: BankInfo | None) -> bool:
    """Whether there are items of the checks, which only a reviewer reads."""
    return bank is not None and any(bank.counts[pool] for pool in CHECKED)


def _items(count: int) -> str:
    return ngettext("%(count)d item", "%(count)d items", count) % {"count": count}


def _reviewed(count: int) -> str:
    return ngettext("%(count)d reviewed", "%(count)d reviewed", count) % {"count": count}
