"""Page numbers in addresses."""

from __future__ import annotations


def page_number(text: str) -> int:
    """Pages are counted from 1 in addresses and from 0 here; nonsense is the first page."""
    return max(int(text) - 1, 0) if text.isascii() and text.isdigit() and len(text) < 6 else 0
