"""Markdown in items and certificate words, as safe HTML: no raw HTML passes, links to scripts are refused."""

from __future__ import annotations

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt


def to_html(text: str) -> SafeString:
    """Paragraphs, lists and tables."""
    return mark_safe(str(_reader().render(text)))  # noqa: S308 - the reader escapes HTML


def to_line(text: str) -> SafeString:
    """The same without a paragraph around it, for labels; longer texts keep their paragraphs."""
    html = str(_reader().render(text)).strip()
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return mark_safe(inner if "<p>" not in inner and html.startswith("<p>") else html)  # noqa: S308


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": False}).enable("table")
