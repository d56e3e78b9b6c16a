"""Which links are opened at all, judged by their text alone; what is unusual is refused and never mended.

A host is a name: numbers in any of their many spellings, and names that lead nowhere public, are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from tequio.credentials.fetching.refusals import FetchRefused, Why

MOST_CHARACTERS: Final = 2_000
_PLAIN: Final = re.compile(r"[!#-;=?-\[\]_a-z~]+\Z")  # RFC 3986, without what programs read differently
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NAMED: Final = re.compile(rf"(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])\Z")
_NOWHERE: Final = (
    ".localhost",
    ".local",
    ".internal",
    ".intranet",
    ".lan",
    ".corp",
    ".home",
    ".private",
    ".home.arpa",
    ".in-addr.arpa",
    ".ip6.arpa",
    ".onion",
    ".example",
    ".invalid",
    ".test",
    ".alt",
)
_PORTS: Final = frozenset({443, 8443})
THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may be opened, if its host has a public address. `path` includes the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The link in one spelling, without a fragment."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == (443 if self.scheme == "https" else 80)
        return f"{self.scheme}://{host}{'' if usual else f':{self.port}'}{self.path}"

    @property
    def origin(self) -> tuple[str, str, int]:
        """What a redirect must keep."""
        return self.scheme, self.host, self.port


def parse_link(text: str, *, loopback: bool = False) -> Link:
    """The link in `text`; FetchRefused otherwise. `loopback`, for tests and demos, lets this machine in as well."""
    if len(text) > MOST_CHARACTERS or not _PLAIN.match(text):
        raise FetchRefused(Why.LINK)
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError as cause:
        raise FetchRefused(Why.LINK) from cause
    if "@" in parts.netloc or not host or parts.netloc.endswith(":"):
        raise FetchRefused(Why.LINK)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if loopback and host in THIS_MACHINE and parts.scheme in ("http", "https"):
        return Link(parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path)
    return _public(parts.scheme, host, 443 if port is None else port, path)


def next_link(link: Link, location: str, *, loopback: bool) -> Link:
    """Where a redirect leads; it must stay on the host."""
    following = parse_link(urljoin(link.url, location), loopback=loopback)
    if following.origin != link.origin:
        raise FetchRefused(Why.REDIRECT)
    return following


def _public(scheme: str, host: str, port: int, path: str) -> Link:
    if scheme != "https":
        raise FetchRefused(Why.SCHEME)
    if len(host) > 253 or not _NAMED.match(host) or f".{host}".endswith(_NOWHERE):
        raise FetchRefused(Why.HOST)
    if port not in _PORTS:
        raise FetchRefused(Why.PORT)
    return Link(scheme, host, port, path)
