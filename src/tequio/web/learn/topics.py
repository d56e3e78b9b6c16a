"""The help topics: Markdown files beside this module, `help/<key>.<language>.md`, read once.

A topic begins with its title as a heading. A link may name a page of the hub instead of an address:
`[the courses](page:courses)`, or another topic: `[your card](help:card)`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.urls import reverse

FOLDER = Path(__file__).parent / "help"
GROUPS = {  # what one asks first comes first
    "begin": ("joining", "card", "secret", "data"),
    "study": ("practice", "final-check", "display"),
    "certificate": ("certificate", "checking", "printing"),
    "people": ("privacy", "teaching", "contact"),
}
KEYS = tuple(key for keys in GROUPS.values() for key in keys)
_LINK = re.compile(r"\]\((page|help):([\w-]+)\)")


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic in one language. `text` is Markdown whose links have real addresses."""

    key: str
    title: str
    text: str
    href: str


@lru_cache(maxsize=256)
def topic(key: str, language: str) -> Topic:
    """The topic in `language`, else in English; `KeyError` when there is none of this key."""
    if key not in KEYS:
        raise KeyError(key)
    file = FOLDER / f"{key}.{language}.md"
    told = file if file.exists() else FOLDER / f"{key}.en.md"  # better in another language than not at all
    title, _, text = told.read_text("utf-8").partition("\n")
    linked = _LINK.sub(lambda found: f"]({_address(found[1], found[2])})", text.strip())
    return Topic(key, title.removeprefix("# "), linked, reverse("help_topic", args=[key]))


def _address(kind: str, name: str) -> str:
    return reverse("help_topic", args=[name]) if kind == "help" else reverse(name)


def topics(language: str) -> tuple[Topic, ...]:
    return tuple(topic(key, language) for key in KEYS)


def plain(text: str) -> str:
    """Markdown as running text, for searching and summaries."""
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    lines = re.sub(r"^(?:\|[-|]+|[-*>#]+ |\d+\. )", "", words, flags=re.M)
    return " ".join(lines.replace("*", "").replace("|", " ").split())
