"""Minutes, kilobytes and money in words, and the facts made of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.web.learn.pages.spoken import languages_line
from tequio.web.saying import duration, number, size

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Fact", "course_facts", "duration", "money_for", "read_price", "size"]

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Fact:
    """A short fact: an icon and its words."""

    icon: str
    text: str


def read_price(text: str) -> Decimal | None:
    """The price of a megabyte as a person typed it, with point or comma; None when it is no price."""
    try:
        price = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return price if price.is_finite() and 0 < price < 10_000 else None


def money_for(count: int, price: Decimal) -> str:
    """What `count` bytes cost at `price` per megabyte, to the hundredth and never less than 0.01."""
    cost = (Decimal(count) / MEGABYTE * price).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return number(max(cost, Decimal("0.01")), 2)


def course_facts(
    minutes: int, bytes_: int, level: str, languages: Sequence[str], *, certified: bool
) -> Sequence[Fact]:
    """What one asks of a course before starting: time, data, money, difficulty, certificate."""
    facts = [
        Fact("time", duration(minutes)),
        Fact("data", _("%(size)s of data") % {"size": size(bytes_)}),
        Fact("money", _("Costs 0")),
        Fact("language", languages_line(languages)),
    ]
    if level:
        facts.append(Fact("level", _("Reading level %(level)s") % {"level": level}))
    word = _("Free certificate") if certified else _("No certificate yet")
    return (*facts, Fact("certificate", word))
