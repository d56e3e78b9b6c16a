"""Markdown in items and certificate words, as safe HTML: no raw HTML passes, links to scripts are refused."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

_TABLE = re.compile(r"<table.*?</table>", re.S)
_HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.S)
_TAG = re.compile(r"<[^>]*>")


def to_html(text: str) -> SafeString:
    """Paragraphs, lists and tables."""
    return with_scrolling_tables(str(_reader().render(text)))


def with_scrolling_tables(html: str) -> SafeString:
    """Safe HTML whose wide tables scroll by themselves, also by keyboard, instead of widening the page."""
    return mark_safe(_TABLE.sub(_scrolling, html))  # noqa: S308 - as safe as it came


def _scrolling(table: re.Match[str]) -> str:
    """A region named by its table's headings: two on one page are told apart by ear."""
    headings = ", ".join(unescape(_TAG.sub("", one)).strip() for one in _HEADING.findall(table[0]))
    name = _("Table: %(headings)s") % {"headings": headings} if headings else _("Table")
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(name)}">{table[0]}</div>'


def to_line(text: str) -> SafeString:
    """The same without a paragraph around it, for labels; longer texts keep their paragraphs."""
    html = str(_reader().render(text)).strip()
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return mark_safe(inner if "<p>" not in inner and html.startswith("<p>") else html)  # noqa: S308


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": False}).enable("table")
