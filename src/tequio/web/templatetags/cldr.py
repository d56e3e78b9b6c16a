"""Filters that write days, numbers and names as the page's language does; `{% load cldr %}`. See docs/languages.md."""

from __future__ import annotations

from django import template

from tequio.web import cldr, saying

register = template.Library()
for write in (
    saying.day,
    saying.moment,
    saying.number,
    saying.percent,
    saying.money,
    saying.size,
    saying.duration,
    saying.listed,
    cldr.short_name,
):
    register.filter(write.__name__, write)
