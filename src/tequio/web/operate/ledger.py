"""The last time somebody had the ledger's chain checked from the page, kept by this process only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.cache import cache

from tequio.records import api as records

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.values import OrganisationId

MOST = 200_000  # statements that one request walks; more belong to `tequio doctor`
A_WEEK = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """What walking the chain found, and when."""

    whole: bool
    statements: int
    at: datetime


def check_chain(organisation: OrganisationId, *, now: datetime) -> ChainCheck:
    """Walk the chain of an organisation's ledger, and remember what was found."""
    report = records.verify_chain(store=organisation)
    found = ChainCheck(report.ok, report.statements, now)
    cache.set(_key(organisation), found, timeout=A_WEEK)
    return found


def last_check(organisation: OrganisationId) -> ChainCheck | None:
    """None when nobody asked since this process began, or for a week."""
    found = cache.get(_key(organisation))
    return found if isinstance(found, ChainCheck) else None


def _key(organisation: OrganisationId) -> str:
    return f"chain:{organisation}"
