"""The door of batches: results of another platform, issued, listed, exported and revoked together."""

from tequio.credentials.batches.about import AboutRefused, about_from_yaml, make_about
from tequio.credentials.batches.issuing import BatchRefused, issue, look
from tequio.credentials.batches.listing import batch, batches, count_members, members, table, write_documents
from tequio.credentials.batches.reading import MOST_ROWS
from tequio.credentials.batches.revoking import revoke_batch
from tequio.credentials.batches.values import About, BatchId, BatchInfo, Member, Problem, Row, Sheet

__all__ = [
    "MOST_ROWS",
    "About",
    "AboutRefused",
    "BatchId",
    "BatchInfo",
    "BatchRefused",
    "Member",
    "Problem",
    "Row",
    "Sheet",
    "about_from_yaml",
    "batch",
    "batches",
    "count_members",
    "issue",
    "look",
    "make_about",
    "members",
    "revoke_batch",
    "table",
    "write_documents",
]
