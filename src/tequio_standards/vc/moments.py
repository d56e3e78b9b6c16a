"""Moments as credentials write them: dateTimeStamp of XML Schema, always with a zone."""

import re
from datetime import UTC, datetime

from tequio_standards.vc.errors import CredentialError

_STAMP = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z", re.ASCII)


def moment_text(moment: datetime) -> str:
    """`2026-11-23T20:10:00Z`: UTC, whole seconds."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs a zone.")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(text: object, *, pointer: str = "") -> datetime:
    """Read a dateTimeStamp (VCDM 2.0 §4.9); CredentialError `malformed` for anything else."""
    if not isinstance(text, str) or not _STAMP.match(text):
        raise CredentialError("malformed", f"{text!r} is not a date and time with a zone.", pointer=pointer)
    try:
        return datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text)).astimezone(UTC)
    except (ValueError, OverflowError) as cause:
        raise CredentialError("malformed", f"{text!r} is not a moment in time.", pointer=pointer) from cause
