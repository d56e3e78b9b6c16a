"""Subtitles (SubRip or WebVTT) as paragraphs one can read: times and numbers dropped, sentences joined."""

from __future__ import annotations

import html
import re

_TIME = re.compile(r"\d+:\d\d(:\d\d)?[.,]\d{1,3}\s*-->")
LINES_A_PARAGRAPH = 8


def paragraphs(text: str) -> str:
    """An HTML fragment with the words of `text`."""
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines()]
    words = [
        html.unescape(re.sub(r"<[^>]+>", "", line))
        for line in lines
        if line and not line.isdigit() and not _TIME.search(line) and not line.startswith(("WEBVTT", "NOTE"))
    ]
    groups = [words[at : at + LINES_A_PARAGRAPH] for at in range(0, len(words), LINES_A_PARAGRAPH)]
    return "".join(f"<p>{html.escape(' '.join(group))}</p>" for group in groups)
