"""Dates, numbers, money, sizes and lists as people of each language write them, by Unicode CLDR (babel).

A language here is a code of ours: `es` is Spanish of Mexico (decimal point), `en` is British English.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, dates, lists, numbers, units
from django.utils.translation import gettext as _
from django.utils.translation import override

from tequio.web import pseudo
from tequio.web.names import name_order, short_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    Number = int | float | Decimal | Fraction

__all__ = [
    "UnknownCurrency",
    "day",
    "duration",
    "listed",
    "moment",
    "money",
    "name_order",
    "number",
    "percent",
    "short_day",
    "short_name",
    "size",
    "time",
    "zone_words",
]

LOCALES = {"es": "es_MX", "en": "en_GB", pseudo.CODE: "ar"}
_SOUNDS_I = re.compile(r"[ií]|hi(?![aeáé])", re.IGNORECASE)  # "e hijos", but "y hierro"
# ISO 4217, where the minor unit is not a hundredth. CLDR's own digits are for display and differ (IQD, UYW).
_EXPONENTS = {
    code: digits
    for digits, codes in {
        0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
        3: "BHD IQD JOD KWD LYD OMR TND",
        4: "CLF UYW",
    }.items()
    for code in codes.split()
}


class UnknownCurrency(ValueError):
    """No currency has this code in ISO 4217."""


@lru_cache
def locale_of(lang: str) -> Locale:
    """CLDR's locale for a language code of ours."""
    return Locale.parse(LOCALES.get(lang, lang.replace("-", "_")))


def day(d: date, lang: str) -> str:
    """ "23 de noviembre de 2026"; of an aware datetime, the day in its own zone."""
    return dates.format_date(d, "long", locale=locale_of(lang))


def short_day(d: date, lang: str) -> str:
    """ "23 nov": for an axis, where the year is plain."""
    return dates.format_skeleton("MMMd", d, locale=locale_of(lang))


def time(dt: datetime, zone: ZoneInfo, lang: str) -> str:
    """ "6:05 p.m.": the time of day in `zone`."""
    return dates.format_time(dt, "short", tzinfo=zone, locale=locale_of(lang))


def moment(dt: datetime, zone: ZoneInfo, lang: str) -> str:
    """ "23 de noviembre de 2026, 6:05 p.m. (hora de Ciudad de México)": a deadline without its zone misleads."""
    both = str(dates.get_datetime_format("medium", locale=locale_of(lang)))
    local = dt.astimezone(zone)
    said = both.replace("{1}", day(local, lang)).replace("{0}", time(local, zone, lang))
    return f"{said} ({zone_words(zone, lang)})"


def zone_words(zone: ZoneInfo, lang: str) -> str:
    """ "hora de Ciudad de México": by the zone's city, which people know better than "central" or "CST"."""
    name, locale = zone.key.rpartition("/")[2], locale_of(lang)
    if name in ("UTC", "UCT", "Universal", "Zulu"):
        return str(locale.time_zones["Etc/UTC"]["long"]["standard"])
    city = dates.get_timezone_location(zone, locale=locale, return_city=True).rpartition("/")[2]
    with override(lang):  # not CLDR's own pattern: babel keeps the one for summer time, whatever the season
        return _("%(city)s time") % {"city": city}


def number(value: Number, lang: str, digits: int | None = None) -> str:
    """ "1,234.5" in both our languages; `digits` after the point, or as many as there are, up to three."""
    pattern = None if digits is None else _with_digits("#,##0", digits)
    return numbers.format_decimal(_exact(value), pattern, locale=locale_of(lang))


def percent(share: Number, lang: str, digits: int = 0) -> str:
    """A share of one: 0.75 is "75%"; halves are rounded up."""
    exact = _exact(share).quantize(Decimal(1).scaleb(-digits - 2), ROUND_HALF_UP)
    pattern = locale_of(lang).percent_formats[None].pattern
    return numbers.format_percent(
        exact, pattern.replace("0", _with_digits("0", digits)), locale=locale_of(lang)
    )


def money(minor: int, currency: str, lang: str) -> str:
    """`minor` units (cents, fils; whole yen) of an ISO 4217 currency: 1250 MXN is "$12.50" in Spanish."""
    if currency not in numbers.list_currencies():
        raise UnknownCurrency(f"{currency!r} is no ISO 4217 code. Write one such as MXN.")
    digits = _EXPONENTS.get(currency, 2)
    pattern = locale_of(lang).currency_formats["standard"].pattern.replace("0.00", _with_digits("0", digits))
    return numbers.format_currency(
        Decimal(minor).scaleb(-digits), currency, pattern, locale=locale_of(lang), currency_digits=False
    )


def size(count: int, lang: str) -> str:
    """Bytes as whole kilobytes, rounded up: nobody pays less than we said; from a megabyte on with one decimal."""
    for unit, bytes_ in (("gigabyte", 1_000_000_000), ("megabyte", 1_000_000)):
        if count >= bytes_:
            return _unit((Decimal(count) / bytes_).quantize(Decimal("0.1"), ROUND_CEILING), unit, lang)
    return _unit(-(-count // 1000), "kilobyte", lang)


def _unit(value: Decimal | int, unit: str, lang: str) -> str:
    return units.format_unit(value, f"digital-{unit}", length="short", locale=locale_of(lang))


def duration(minutes: int, lang: str) -> str:
    """ "14 minutos", "2 horas y 5 minutos"."""
    hours, rest = divmod(minutes, 60)
    parts = [(hours, "duration-hour")] if hours else []
    if rest or not hours:
        parts.append((rest, "duration-minute"))
    locale = locale_of(lang)
    return listed(
        [units.format_unit(count, unit, length="long", locale=locale) for count, unit in parts], lang
    )


def listed(items: Sequence[str], lang: str) -> str:
    """ "a, b y c". Spanish says "e" before the sound i, which CLDR leaves to programs."""
    *before, last = [str(item) for item in items] or [""]
    if before and lang == "es" and _SOUNDS_I.match(last):
        return f"{', '.join(before)} e {last}"
    return lists.format_list([*before, last], locale=locale_of(lang))


def _exact(value: Number) -> Decimal:
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(str(value))


def _with_digits(whole: str, digits: int) -> str:
    """A pattern of CLDR with so many digits after the point."""
    return f"{whole}.{'0' * digits}" if digits else whole
