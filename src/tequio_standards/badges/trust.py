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
    """Everything a verifier may rely on without a network. `as_of` is when the list of issuers was made.

    `found`: keys of issuers that were looked up, though nobody vouches for them: they make a signature good, no more.
    `earlier`: lists as they were before, by their address; they tell whether what is revoked now stood at some moment.
    """

    issuers: Mapping[str, IssuerInfo] = field(default_factory=dict)
    status_lists: Mapping[str, CachedStatusList] = field(default_factory=dict)
    as_of: datetime | None = None
    name: str = ""
    max_age: timedelta = DEFAULT_MAX_AGE
    accreditations: tuple[bytes, ...] = ()
    found: Mapping[str, tuple[KeyPeriod, ...]] = field(default_factory=dict)
    earlier: Mapping[str, tuple[CachedStatusList, ...]] = field(default_factory=dict)

    def registry(self) -> dict[str, tuple[KeyPeriod, ...]]:
        """Issuer → keys, as `vc.resolve` wants them."""
        return {**self.found, **{did: issuer.keys for did, issuer in self.issuers.items()}}

    def keys_of(self, did: str) -> tuple[KeyPeriod, ...] | None:
        """An issuer's keys; None when neither a registry nor a look-up knows any."""
        issuer = self.issuers.get(did)
        return issuer.keys if issuer else self.found.get(did)
