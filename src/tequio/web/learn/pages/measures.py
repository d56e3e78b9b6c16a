"""Minutes, kilobytes and money in words, and the facts made of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.web.learn.pages.spoken import languages_line

if TYPE_CHECKING:
    from collections.abc import Sequence

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Fact:
    """A short fact: an icon and its words."""

    icon: str
    text: str


def duration(minutes: int) -> str:
    """ "14 minutes", "2 h 5 min"."""
    if minutes < 60:
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    hours, rest = divmod(minutes, 60)
    if not rest:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": rest}


def size(count: int) -> str:
    """Bytes as whole kilobytes, rounded up; from one megabyte on with one decimal."""
    if count >= MEGABYTE:
        return _("%(number)s MB") % {"number": number_format(Decimal(count) / MEGABYTE, 1)}
    return _("%(number)s KB") % {"number": -(-count // 1000)}


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
    return number_format(max(cost, Decimal("0.01")), 2)


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
