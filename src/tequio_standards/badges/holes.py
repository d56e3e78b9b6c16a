"""The places of a template that differ from learner to learner, and which values may stand in them.

A value becomes a part of signed N-Quads, so each kind admits only what cannot end a term, a literal or a line; texts
are escaped instead. In a pattern a hole is written `⟦key⟧`.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from tequio_standards.badges.build import clean_text
from tequio_standards.vc import CredentialError

MARK: Final = re.compile("⟦([a-z0-9_.-]{1,40})⟧")
MOST_TEXT: Final = 2_000  # letters of one value

Json = dict[str, Any]  # Any: a credential is JSON that others extend


class HoleKind(StrEnum):
    """What a value is. Only texts may hold any letter, and they stand in literals alone."""

    TEXT = "text"
    ADDRESS = "address"
    UUID = "uuid"
    MOMENT = "moment"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Hole:
    """One place. A value may be used more than once: an id is also the beginning of other ids."""

    key: str
    kind: HoleKind

    @property
    def mark(self) -> str:
        """How the hole is written in a pattern."""
        return f"⟦{self.key}⟧"


# An address with a scheme of its own: anything else could be read as `prefix:name` of a context.
_FORMS: Final = {
    HoleKind.ADDRESS: re.compile(
        r"(?:https?://|urn:uuid:|did:)[^\x00-\x20<>\"{}|^`\\⟦⟧\x7f\ud800-\udfff]{1,500}"
    ),
    HoleKind.UUID: re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    HoleKind.MOMENT: re.compile(r"(?:19[789]|[2-9]\d\d)\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ", re.ASCII),
    HoleKind.NUMBER: re.compile(r"0|[1-9]\d{0,11}", re.ASCII),
}


def admit(holes: Sequence[Hole], values: Sequence[str]) -> tuple[str, ...]:
    """`values` as they are signed (texts in NFC, without controls); CredentialError for one that does not fit."""
    if len(values) != len(holes):
        raise CredentialError("malformed", f"The template has {len(holes)} holes, not {len(values)}.")
    return tuple([_ADMIT[hole.kind](hole, value) for hole, value in zip(holes, values, strict=True)])


def _text(hole: Hole, value: str) -> str:
    clean = value if _is_clean(value) else clean_text(value)
    if not clean or len(clean) > MOST_TEXT:
        raise _misfit(hole)
    return clean


def _is_clean(value: str) -> bool:
    """The quick way for the usual name: printable means no controls, surrogates or letters that are none."""
    return value.isprintable() and unicodedata.is_normalized("NFC", value)


def _formed(hole: Hole, value: str) -> str:
    if _FORMS[hole.kind].fullmatch(value) is None:
        raise _misfit(hole)
    return value


def _moment(hole: Hole, value: str) -> str:
    try:
        datetime.fromisoformat(_formed(hole, value))  # the 31st of February has the form
    except ValueError as cause:
        raise _misfit(hole) from cause
    return value


def _misfit(hole: Hole) -> CredentialError:
    return CredentialError("malformed", f"The value of “{hole.key}” is not a {hole.kind}.", pointer=hole.key)


_ADMIT: Final = {
    HoleKind.TEXT: _text,
    HoleKind.ADDRESS: _formed,
    HoleKind.UUID: _formed,
    HoleKind.MOMENT: _moment,
    HoleKind.NUMBER: _formed,
}
