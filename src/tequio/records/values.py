"""What the ledger says to others: a kept statement, where it stands, and what checking the chain found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from tequio_standards import xapi


@dataclass(frozen=True, slots=True)
class Recorded:
    """Where a statement was kept: the `seq`-th of its origin."""

    uuid: UUID
    origin: str
    seq: int


@dataclass(frozen=True, slots=True)
class KeptStatement:
    """A statement with its place in the ledger. `num` counts this database's rows and means nothing elsewhere."""

    statement: xapi.Statement
    store: UUID
    origin: str
    seq: int
    stored_at: datetime
    num: int = 0
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold: `seq` of `origin`, and what is wrong there."""

    origin: str
    seq: int
    reason: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What verifying the chain found; `statements` counts rows looked at, `erased` those without their bytes."""

    ok: bool
    statements: int
    broken: tuple[Break, ...] = ()
    erased: int = 0


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """What a rebuild did: statements folded, rows per derived table, and the lines that came out differently."""

    statements: int
    tables: Mapping[str, int] = field(default_factory=dict)
    differences: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.differences


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote."""

    statements: int
    erasures: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import added, and how many statements this ledger held already."""

    added: int
    known: int
