"""Days and moments in the language now active, by CLDR: on paper and in the words of checks as on pages."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from django.utils.translation import get_language

if TYPE_CHECKING:
    from datetime import datetime

_LOCALES = {"es": "es_MX", "en": "en_GB"}


def day_words(when: datetime, zone: str) -> str:
    """The day there, such as 14 November 2026."""
    return format_date(when.astimezone(ZoneInfo(zone)), "long", locale=_locale())


def moment_words(when: datetime) -> str:
    """Day and time in UTC: a check may be read anywhere."""
    at = when.astimezone(UTC)
    return f"{format_date(at, 'long', locale=_locale())}, {format_time(at, 'short', locale=_locale())} UTC"


def _locale() -> str:
    return _LOCALES.get(get_language() or "", "en_GB")
