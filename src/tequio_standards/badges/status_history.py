"""Whether a credential that is revoked now still stood at some moment, from the lists as they were signed before."""

from collections.abc import Iterable
from datetime import datetime

from tequio_standards.badges.status_lists import MOST_LIST_BYTES, open_list
from tequio_standards.badges.trust import CachedStatusList
from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc import CredentialError, KeyPeriod, moment
from tequio_standards.vc.status_reading import StatusEntry, read_status


def stood_on(
    entry: StatusEntry,
    earlier: Iterable[CachedStatusList],
    issuer: str,
    keys: tuple[KeyPeriod, ...] | None,
    at: datetime,
) -> datetime | None:
    """When the list in force at the moment `at` was signed, if nothing was raised in it; None when nobody can tell."""
    before = [(begun, kept) for kept in earlier if (begun := _begun(kept)) is not None and begun <= at]
    if not before:
        return None
    begun, in_force = max(before, key=lambda pair: pair[0])
    try:
        opened = open_list(in_force.data, issuer=issuer, keys=keys)
        good = opened.id == entry.url and read_status(entry, opened).valid
    except (StrictError, CredentialError):
        return None
    return begun if good else None


def _begun(kept: CachedStatusList) -> datetime | None:
    """What the list says of itself, before its signature is checked: only the one in force is."""
    try:
        document = load_json(kept.data, max_bytes=MOST_LIST_BYTES)
        return moment(document["validFrom"])
    except (StrictError, CredentialError, KeyError, TypeError):
        return None
