"""A bank in numbers. What the items ask, and what is right, stays where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.assessment.values import Pool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.assessment.values import BankInfo


@dataclass(frozen=True, slots=True)
class PoolLine:
    """How many items a pool holds, and how many of them are reviewed."""

    name: str
    items: str
    reviewed: str


def pool_lines(bank: BankInfo | None) -> Sequence[PoolLine]:
    if bank is None:
        return ()
    names = {
        Pool.PRACTICE: _("For practice"),
        Pool.FINAL: _("For the final check"),
        Pool.DELAYED: _("For the delayed check"),
    }
    return [
        PoolLine(name, _items(bank.counts[pool]), _reviewed(bank.reviewed[pool]))
        for pool, name in names.items()
    ]


def _items(count: int) -> str:
    return ngettext("%(count)d item", "%(count)d items", count) % {"count": count}


def _reviewed(count: int) -> str:
    return ngettext("%(count)d reviewed", "%(count)d reviewed", count) % {"count": count}
