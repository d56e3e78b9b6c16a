"""The door of the records wall: keep statements, read them, prove them, and rebuild what is derived from them."""

from __future__ import annotations

from tequio.records.folds import Projection, install_projections
from tequio.records.ledger import Conflict, OutsideTransaction, record
from tequio.records.pseudonyms import pseudonym
from tequio.records.queries import statements
from tequio.records.values import ChainReport, KeptStatement, RebuildReport, Recorded

__all__ = [
    "ChainReport",
    "Conflict",
    "KeptStatement",
    "OutsideTransaction",
    "Projection",
    "RebuildReport",
    "Recorded",
    "install_projections",
    "pseudonym",
    "record",
    "statements",
]
