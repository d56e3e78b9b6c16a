"""The door of the records wall: keep statements, read them, prove them, and rebuild what is derived from them."""

from tequio.records.dumps import dump_derived
from tequio.records.erasing import erase
from tequio.records.export import export_to
from tequio.records.folds import Projection, install_projections
from tequio.records.glances import active_by_week, last_acts, ledger_size
from tequio.records.importing import import_from
from tequio.records.ledger import Conflict, record
from tequio.records.pseudonyms import pseudonym
from tequio.records.queries import statements
from tequio.records.rebuilding import rebuild
from tequio.records.tables import unclear_tables
from tequio.records.values import KeptStatement
from tequio.records.verifying import verify_chain

__all__ = [
    "Conflict",
    "KeptStatement",
    "Projection",
    "active_by_week",
    "dump_derived",
    "erase",
    "export_to",
    "import_from",
    "install_projections",
    "last_acts",
    "ledger_size",
    "pseudonym",
    "rebuild",
    "record",
    "statements",
    "unclear_tables",
    "verify_chain",
]
