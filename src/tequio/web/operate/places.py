"""Countries and their time zones by CLDR, named in the language of the page."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

if TYPE_CHECKING:
    from collections.abc import Sequence

    Choices = Sequence[tuple[str, str]]

UNKNOWN = "ZZ"
LIKELY = {"MX": "America/Mexico_City"}  # where the list's first would surprise most people


def countries(language: str) -> Choices:
    """ISO 3166 codes with names, by name."""
    named = Locale.parse(language).territories.items()
    real = [(code, name) for code, name in named if len(code) == 2 and code != UNKNOWN and zones_of(code)]
    return sorted(real, key=lambda pair: _folded(pair[1]))


def zones_of(country: str) -> Sequence[str]:
    """IANA zones of a country, the likeliest first."""
    zones = [zone for zone, place in get_global("zone_territories").items() if place == country]
    likely = LIKELY.get(country)
    return sorted(zones, key=lambda zone: (zone != likely, zone))


def zones(country: str, language: str) -> Choices:
    """The same with the names of their cities."""
    return [
        (zone, get_timezone_location(zone, locale=language, return_city=True)) for zone in zones_of(country)
    ]


def _folded(name: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFKD", name) if not unicodedata.combining(ch))
