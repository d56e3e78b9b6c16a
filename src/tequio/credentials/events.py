"""What the credentials wall tells the house above."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID  # noqa: TC003 -- the outbox reads field types at run time

from tequio.kit.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialIssued(Event):
    """A credential was signed and kept (VC Data Model 2.0 §4)."""

    credential: UUID
    organisation: UUID
    person: UUID
    registration: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialRevoked(Event):
    """Its bit on the status list now says revoked (Bitstring Status List 1.0 §3)."""

    credential: UUID
    organisation: UUID
    by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchIssued(Event):
    """Results from elsewhere were signed and released together; no event for each credential."""

    batch: UUID
    organisation: UUID
    credentials: int
    by: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRevoked(Event):
    """So many credentials of a batch were taken back at once (Bitstring Status List 1.0 §3)."""

    batch: UUID
    organisation: UUID
    credentials: int
    by: UUID
