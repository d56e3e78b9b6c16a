"""What a verifier knows beforehand: issuers with their keys and periods, and status lists it holds copies of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from tequio_standards.vc import KeyPeriod

DEFAULT_MAX_AGE: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class IssuerInfo:
    """An issuer somebody vouches for. `names` maps language → name; `demo` marks play."""

    names: Mapping[str, str]
    keys: tuple[KeyPeriod, ...]
    demo: bool = False
    url: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class CachedStatusList:
    """A status list credential as it was fetched, byte for byte."""

    data: bytes
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Trust:
    """Everything a verifier may rely on without a network. `as_of` is when the list of issuers was made."""

    issuers: Mapping[str, IssuerInfo] = field(default_factory=dict)
    status_lists: Mapping[str, CachedStatusList] = field(default_factory=dict)
    as_of: datetime | None = None
    name: str = ""
    max_age: timedelta = DEFAULT_MAX_AGE
    accreditations: tuple[bytes, ...] = ()

    def registry(self) -> dict[str, tuple[KeyPeriod, ...]]:
        """Issuer → keys, as `vc.resolve` wants them."""
        return {did: issuer.keys for did, issuer in self.issuers.items()}
