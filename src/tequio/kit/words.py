"""Text in several languages: a mapping from language tag to text, and the fallback when one is missing."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]


def say(words: Words, language: str) -> str:
    """The text in `language`, else in its base language, else in any; empty when there is none."""
    base = language.split("-")[0]
    return words.get(language) or words.get(base) or next(iter(words.values()), "")
