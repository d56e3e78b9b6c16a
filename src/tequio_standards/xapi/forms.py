"""The small forms of xAPI 4: IRIs, UUIDs, language tags, durations, timestamps. Each checks or refuses."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from uuid import UUID

# RFC 3987, as far as it can be told without a registry: a scheme, then no blank, quote or bracket.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
_UUID = re.compile(
    r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_DURATION = re.compile(
    r"P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)", re.ASCII
)
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:?\d{2})", re.ASCII
)
_NOWHERE = ("-00:00", "-0000")  # RFC 3339 4.3 reads it as "offset unknown"; xAPI 4.5 forbids it


def is_iri(text: str) -> bool:
    """RFC 3987 with a scheme (4.3)."""
    return _IRI.fullmatch(text) is not None


def is_language(text: str) -> bool:
    """A well-formed RFC 5646 tag (4.2)."""
    return _LANGUAGE.fullmatch(text) is not None


def is_duration(text: str) -> bool:
    """ISO 8601 durations (4.6)."""
    return _DURATION.fullmatch(text) is not None


def read_uuid(text: str) -> UUID | None:
    """A UUID in its standard string form (4.4), else None."""
    return UUID(text) if _UUID.fullmatch(text) else None


def read_moment(text: str) -> datetime | None:
    """An RFC 3339 timestamp in UTC (4.5), else None. Digits below a microsecond are cut, never rounded."""
    match = _MOMENT.fullmatch(text)
    if match is None or match[4] in _NOWHERE:
        return None
    fraction = (match[3] or "")[:6].ljust(6, "0")
    try:
        moment = datetime.fromisoformat(f"{match[1]}T{match[2]}.{fraction}{match[4].upper()}")
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
