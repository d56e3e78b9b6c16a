"""Days, numbers and names in the language and zone of the page being made: `cldr` for who need not name them.

Templates have the same as filters, `{% load cldr %}`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.timezone import get_current_timezone
from django.utils.translation import get_language

from tequio.web import cldr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


def day(value: date | None, zone: str = "") -> str:
    """The day, of a moment its day in `zone` or else in the page's zone; empty when there is none."""
    if value is None:
        return ""
    return cldr.day(value.astimezone(_zone(zone)) if isinstance(value, datetime) else value, _lang())


def short_day(value: date) -> str:
    """ "23 nov"."""
    return cldr.short_day(value, _lang())


def moment(value: datetime | None, zone: str = "") -> str:
    """Day and time with the zone in words; empty when there is none."""
    return "" if value is None else cldr.moment(value, _zone(zone), _lang())


def time_of_day(value: datetime) -> str:
    """ "6:05 p.m. (hora de Ciudad de México)"."""
    zone = _zone("")
    return f"{cldr.time(value, zone, _lang())} ({cldr.zone_words(zone, _lang())})"


def number(value: cldr.Number, digits: int | None = None) -> str:
    return cldr.number(value, _lang(), digits)


def percent(share: cldr.Number, digits: int = 0) -> str:
    """A share of one as a percentage."""
    return cldr.percent(share, _lang(), digits)


def money(minor: int, currency: str) -> str:
    """Minor units of an ISO 4217 currency."""
    return cldr.money(minor, currency, _lang())


def size(count: int) -> str:
    """Bytes, rounded up."""
    return cldr.size(count, _lang())


def duration(minutes: int) -> str:
    return cldr.duration(minutes, _lang())


def listed(items: Sequence[str]) -> str:
    """ "a, b y c"."""
    return cldr.listed(items, _lang())


def _lang() -> str:
    return get_language() or "en"


def _zone(name: str) -> ZoneInfo:
    current = get_current_timezone()
    if name:
        return ZoneInfo(name)
    return current if isinstance(current, ZoneInfo) else ZoneInfo("UTC")
