"""Markdown in items and certificate words, as safe HTML: no raw HTML passes, links to scripts are refused."""

from __future__ import annotations

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt


def to_html(text: str) -> SafeString:
    """Paragraphs, lists and tables."""
    return with_scrolling_tables(str(_reader().render(text)))


def with_scrolling_tables(html: str) -> SafeString:
    """Safe HTML whose wide tables scroll by themselves, also by keyboard, instead of widening the page."""
    region = f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(_("Table"))}">'
    wrapped = html.replace("<table", f"{region}<table").replace("</table>", "</table></div>")
    return mark_safe(wrapped)  # noqa: S308 - as safe as it came


def to_line(text: str) -> SafeString:
    """The same without a paragraph around it, for labels; longer texts keep their paragraphs."""
    html = str(_reader().render(text)).strip()
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return mark_safe(inner if "<p>" not in inner and html.startswith("<p>") else html)  # noqa: S308


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": False}).enable("table")
