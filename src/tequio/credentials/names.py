"""A learner's name as they write it, made safe to sign and to print: composed, one line, nothing invisible."""

from __future__ import annotations

import unicodedata

LONGEST = 300
# Marks that turn the direction of text around could make a name read as another one.
_TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
_PRINTED = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC", "DEVANAGARI", "COMBINING")


def signable(name: str) -> str:
    """NFC, without control characters, direction marks or doubled blanks (OB 3.0 takes any other character)."""
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(" " if unicodedata.category(ch) in ("Cc", "Zl", "Zp", "Cs") else ch for ch in composed)
    return " ".join("".join(ch for ch in kept if ch not in _TURNERS).split())[:LONGEST]


def printable(name: str) -> str:
    """The name with every sign that the built-in fonts lack shown as a box; for a hub without fonts for it."""
    return "".join(ch if _is_printed(ch) else "▯" for ch in name)


def _is_printed(ch: str) -> bool:
    if ch.isascii():
        return True
    return unicodedata.category(ch)[0] in "LMP" and unicodedata.name(ch, "").startswith(_PRINTED)
