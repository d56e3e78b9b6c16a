"""Filters that write dates, numbers and names as the page's language does; `{% load cldr %}`. See `tequio.web.cldr`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django import template
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import get_language

from tequio.web import cldr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

register = template.Library()


def _lang() -> str:
    return get_language() or "en"


@register.filter
def day(value: date | None) -> str:
    """The day, of a moment in the page's zone; empty when there is none."""
    if value is None:
        return ""
    return cldr.day(localtime(value) if isinstance(value, datetime) else value, _lang())


@register.filter
def moment(value: datetime | None) -> str:
    """Day and time with the page's zone in words; empty when there is none."""
    return "" if value is None else cldr.moment(value, get_current_timezone(), _lang())


@register.filter
def number(value: cldr.Number, digits: int | None = None) -> str:
    return cldr.number(value, _lang(), digits)


@register.filter
def percent(share: cldr.Number, digits: int = 0) -> str:
    return cldr.percent(share, _lang(), digits)


@register.filter
def money(minor: int, currency: str) -> str:
    return cldr.money(minor, currency, _lang())


@register.filter
def size(count: int) -> str:
    return cldr.size(count, _lang())


@register.filter
def duration(minutes: int) -> str:
    return cldr.duration(minutes, _lang())


@register.filter
def listed(items: Sequence[str]) -> str:
    return cldr.listed(items, _lang())


register.filter(cldr.short_name)
