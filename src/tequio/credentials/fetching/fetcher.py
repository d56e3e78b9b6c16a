"""The guarded fetcher: which purposes, which hosts, which addresses, how much, how long, how often."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from tequio.credentials.fetching.addresses import public_only
from tequio.credentials.fetching.connecting import Answer, Ask, ask
from tequio.credentials.fetching.keeping import Copies, Fetched, NoCopies
from tequio.credentials.fetching.links import THIS_MACHINE, Link, next_link, parse_link
from tequio.credentials.fetching.pacing import Pace
from tequio.credentials.fetching.refusals import FetchRefused, Why
from tequio.credentials.fetching.resolving import resolve_host

SECONDS: Final = 5.0  # for everything: name, handshake, redirects, body
MOST_REDIRECTS: Final = 3

Resolve = Callable[[str, float], Collection[str]]


class Purpose(StrEnum):
    """What may be fetched; nothing else is."""

    DID_DOCUMENT = "did_document"
    STATUS_LIST = "status_list"
    CREDENTIAL = "credential"  # by the wish of the person who wrote the link


@dataclass(frozen=True, slots=True)
class Limit:
    """How large, and for how long a copy is as good as new; None when no copy is kept."""

    most_bytes: int
    fresh: timedelta | None


LIMITS: Final = {
    Purpose.DID_DOCUMENT: Limit(1_000_000, timedelta(hours=1)),
    Purpose.STATUS_LIST: Limit(4_000_000, timedelta(minutes=5)),
    Purpose.CREDENTIAL: Limit(1_000_000, None),
}
_EVERYBODY: Final = Pace()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """`hosts`: the only ones that are asked; None for every public one. `loopback` lets this machine in: tests, demos."""

    hosts: frozenset[str] | None
    copies: Copies = field(default_factory=NoCopies)
    pace: Pace = _EVERYBODY
    loopback: bool = False
    resolve: Resolve = resolve_host
    ask: Ask = ask
    seconds: float = SECONDS

    def fetch(self, text: str, purpose: Purpose, *, now: datetime) -> Fetched:
        """What lies at the link, or a copy of it that is fresh; an older one when the host cannot be reached."""
        link, limit = self._allowed(text), LIMITS[purpose]
        kept = self.copies.get(link.url) if limit.fresh else None
        if kept and limit.fresh and kept.fetched_at <= now < kept.fetched_at + limit.fresh:
            return kept
        try:
            fetched = Fetched(link.url, self._get(link, limit.most_bytes, now), now)
        except FetchRefused:
            if kept:
                return kept
            raise
        if limit.fresh:
            self.copies.put(fetched)
        return fetched

    def _allowed(self, text: str) -> Link:
        link = parse_link(text, loopback=self.loopback)
        if self.hosts is not None and link.host not in self.hosts:
            raise FetchRefused(Why.NOT_LISTED)
        return link

    def _get(self, link: Link, most_bytes: int, now: datetime) -> bytes:
        ends = time.monotonic() + self.seconds
        for _hop in range(MOST_REDIRECTS + 1):
            self.pace.count(link.host, now=now)
            answer = self._ask(link, most_bytes, ends)
            if not answer.location:
                return _content(answer)
            link = next_link(link, answer.location, loopback=self.loopback)
        raise FetchRefused(Why.REDIRECT)

    def _ask(self, link: Link, most_bytes: int, ends: float) -> Answer:
        """The address is judged anew before every single request, and it is the one that is connected to."""
        addresses = tuple(self.resolve(link.host, _left(ends)))
        if not (self.loopback and link.host in THIS_MACHINE and _is_this_machine(addresses)):
            addresses = public_only(addresses)
        chosen = next((each for each in addresses if ":" not in each), addresses[0])
        return self.ask(link, chosen, most_bytes=most_bytes, seconds=_left(ends))


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise FetchRefused(Why.TIME)
    return left


def _content(answer: Answer) -> bytes:
    if answer.status != 200:
        raise FetchRefused(Why.ANSWER)
    return answer.body


def _is_this_machine(addresses: tuple[str, ...]) -> bool:
    return bool(addresses) and set(addresses) <= {"127.0.0.1", "::1"}
