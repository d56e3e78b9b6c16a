"""What passes through the door of vouching."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tequio_standards.badges import IssuerInfo

VouchingId = NewType("VouchingId", UUID)
MOST_REGISTRY_BYTES = 5_000_000


class Kind(StrEnum):
    """Two ways of standing behind something."""

    ENDORSEMENT = "endorsement"
    ACCREDITATION = "accreditation"


class Claim(StrEnum):
    """What an endorser did, before it says anything."""

    REVIEWED = "reviewed"
    HIRED = "hired"
    DESIGNED = "designed"


class Become(StrEnum):
    """What would become of one issuer of a registry."""

    NEW = "new"
    SAME = "same"
    WORDS = "words"  # its name, address or country changed
    KEYS = "keys"  # its keys changed in a way that lets something new be signed
    CLOSED = "closed"  # only less can be signed: a key was retired or disowned
    OURS = "ours"  # it is one of this hub's own
    GONE = "gone"  # the registry listed it before and does not any more


@dataclass(frozen=True, slots=True)
class Change:
    """One issuer, before and after. `same_name_as`: another issuer that is believed under this very name."""

    did: str
    become: Become
    before: IssuerInfo | None
    after: IssuerInfo | None
    same_name_as: str = ""

    @property
    def new_key(self) -> str:
        """The key whose end has to be typed; empty when nothing has to be confirmed."""
        if self.become is not Become.KEYS or self.after is None:
            return ""
        known = {key.multibase for key in self.before.keys} if self.before else set()
        new = [key.multibase for key in self.after.keys if key.multibase not in known]
        return (new or [key.multibase for key in self.after.keys])[-1]


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking a registry in would do. Nothing is written yet."""

    signer: str
    name: str
    as_of: datetime
    digest: str
    changes: tuple[Change, ...]
    accreditations: int

    @property
    def to_confirm(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.become is Become.KEYS)


@dataclass(frozen=True, slots=True)
class IntakeInfo:
    """A registry that was taken in: whose, by whom, when, and the SHA-256 of the file."""

    signer: str
    name: str
    digest: str
    by_name: str
    at: datetime
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BelievedIssuer:
    """An issuer from elsewhere on this hub's list, and since when."""

    did: str
    names: Mapping[str, str]
    url: str
    country: str
    demo: bool
    keys: tuple[str, ...]
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchingInfo:
    """A signed document that stands behind something, as pages show it."""

    id: VouchingId
    kind: Kind
    organisation_name: str
    about: str
    about_name: str
    course_key: str  # empty when it is about an issuer
    claim: str  # an endorsement: what was done; an accreditation: what is covered
    count: int  # how many were hired, if that is what was done
    comment: str
    valid_from: datetime
    valid_until: datetime
    demo: bool
    revoked_at: datetime | None
    revoked_reason: str

    def stands(self, now: datetime) -> bool:
        """In date, and not taken back."""
        return self.revoked_at is None and self.valid_from <= now < self.valid_until
