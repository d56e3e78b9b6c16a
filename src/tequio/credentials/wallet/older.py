"""Open Badges 2.0, recognised and no more: it names addresses to look at, and no key that could be checked. Pure."""

from __future__ import annotations

from typing import Any

from tequio_standards.strict import StrictError, load_json

CONTEXT = "https://w3id.org/openbadges/v2"
_PNG = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"openbadges\x00"


def is_open_badge_2(data: bytes) -> bool:
    """An Assertion of Open Badges 2.0 as JSON, or a picture that such an Assertion was baked into (OB 2.0 §baking)."""
    if data.startswith(_PNG):
        return _KEYWORD in data
    if b"<svg" in data[:4096] and b"<openbadges:assertion" in data:
        return True
    try:
        document = load_json(data)
    except StrictError:
        return False
    return isinstance(document, dict) and _is_assertion(document)


def _is_assertion(document: dict[str, Any]) -> bool:  # Any: JSON of others
    contexts, kinds = _listed(document.get("@context")), _listed(document.get("type"))
    return CONTEXT in contexts and "Assertion" in kinds


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
