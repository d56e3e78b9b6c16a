"""A learner's name as they write it, made safe to sign and to print: composed, one line, nothing invisible."""

from __future__ import annotations

import unicodedata

LONGEST = 300
# Marks that turn the direction of text around could make a name read as another one.
_TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
# What Typst's built-in fonts cover: Latin, Greek, Cyrillic, Hebrew, Arabic, and general punctuation.
_PRINTED = ((0x20, 0x52F), (0x590, 0x6FF), (0x1E00, 0x206F), (0x20A0, 0x20BF))
_LONGEST_WORD = 24


def signable(name: str) -> str:
    """NFC, without control characters, direction marks or doubled blanks (OB 3.0 takes any other character)."""
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(" " if unicodedata.category(ch) in ("Cc", "Zl", "Zp", "Cs") else ch for ch in composed)
    return " ".join("".join(ch for ch in kept if ch not in _TURNERS).split())[:LONGEST]


def printable(name: str) -> str:
    """The name with every sign that the built-in fonts lack shown as a box; for a hub without fonts for it."""
    return "".join(ch if _is_printed(ch) else "▯" for ch in name)


def breakable(text: str) -> str:
    """Text whose very long words may be broken, so that no line leaves the sheet."""
    return " ".join(_broken(word) if len(word) > _LONGEST_WORD else word for word in text.split(" "))


def _broken(word: str) -> str:
    places = (
        f"\u200b{ch}" if at % 8 == 0 and unicodedata.category(ch)[0] in "LN" else ch
        for at, ch in enumerate(word)
    )
    return "".join(places)


def _is_printed(ch: str) -> bool:
    return any(first <= ord(ch) <= last for first, last in _PRINTED)
