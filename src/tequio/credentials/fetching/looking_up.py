"""What a check lacks and may be looked up: the keys of a did:web that no registry knows, and whole status lists.

Asked in this order, and each only when what came before was good: a forged document makes nobody fetch anything but the
keys of the issuer it names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from tequio.credentials.fetching.fetcher import Fetcher, Purpose
from tequio.credentials.fetching.refusals import FetchRefused, Why
from tequio_standards import vc
from tequio_standards.badges import CachedStatusList, Trust, check_credential
from tequio_standards.strict import StrictError

if TYPE_CHECKING:
    from datetime import datetime

_LACKING: Final = frozenset({"status_not_available", "status_stale"})
_MOST_LISTS: Final = 8
_TELLING: Final = 8  # characters of an id that are enough to name it

Json = dict[str, Any]  # Any: a credential is JSON that others extend


@dataclass(frozen=True, slots=True)
class LookedUp:
    """One thing that was asked for: when it was fetched, or why not."""

    url: str
    fetched_at: datetime | None
    refused: str = ""


def look_up(
    data: bytes, *, trust: Trust, at: datetime, now: datetime, fetcher: Fetcher
) -> tuple[Trust, tuple[LookedUp, ...]]:
    """`trust` with what was found for checking `data`; keys of strangers go to `found`, so they never vouch."""
    seeker = _Seeker(fetcher, now)
    report = check_credential(data, trust=trust, at=at)
    if report.check("proof").code == "key_not_available":
        issuer = report.check("issuer_known").args.get("issuer", "")
        if keys := seeker.keys(issuer):
            trust = replace(trust, found={**trust.found, issuer: keys})
            report = check_credential(data, trust=trust, at=at)
    if report.document is not None and report.check("status").code in _LACKING:
        lists = seeker.lists(report.document)
        trust = replace(trust, status_lists={**trust.status_lists, **lists})
    return trust, tuple(seeker.told)


class _Seeker:
    """Asks, and notes what came of it."""

    def __init__(self, fetcher: Fetcher, now: datetime) -> None:
        self._fetcher, self._now = fetcher, now
        self.told: list[LookedUp] = []

    def keys(self, issuer: str) -> tuple[vc.KeyPeriod, ...]:
        if not vc.is_did_web(issuer):
            return ()
        try:
            url = vc.did_web_url(issuer)
            found = self._fetch(url, Purpose.DID_DOCUMENT)
            return vc.read_did_document(found.data, did=issuer) if found else ()
        except (vc.CredentialError, StrictError):
            return ()

    def lists(self, document: Json) -> dict[str, CachedStatusList]:
        entries = document.get("credentialStatus", [])
        entries = entries if isinstance(entries, list) else [entries]
        urls = [entry.get("statusListCredential") for entry in entries[:_MOST_LISTS]]
        found = {url: self._list(url, document) for url in urls if isinstance(url, str)}
        return {url: kept for url, kept in found.items() if kept}

    def _list(self, url: str, document: Json) -> CachedStatusList | None:
        if names_it(url, document):
            self.told.append(LookedUp(url, None, str(FetchRefused(Why.NAMES_IT))))
            return None
        return self._fetch(url, Purpose.STATUS_LIST)

    def _fetch(self, url: str, purpose: Purpose) -> CachedStatusList | None:
        try:
            fetched = self._fetcher.fetch(url, purpose, now=self._now)
        except FetchRefused as refused:
            self.told.append(LookedUp(url, None, str(refused)))
            return None
        self.told.append(LookedUp(url, fetched.fetched_at))
        return CachedStatusList(fetched.data, fetched.fetched_at)


def names_it(url: str, document: Json) -> bool:
    """Whether asking for this list would tell its host which credential is being checked."""
    tail = str(document.get("id", "")).rstrip("/").replace(":", "/").rpartition("/")[2]
    return "?" in url or (len(tail) >= _TELLING and tail in url)
