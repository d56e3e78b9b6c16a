"""Which DID an organisation of this hub issues under: did:web of the hub's host, did:key where there is no name."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_NAMED_HOST = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z][A-Za-z0-9-]*\Z")


def web_did(hub_url: str, organisation_key: str, *, first: bool) -> str | None:
    """The did:web of an organisation, or None: did:web takes no IP address and no bare name (did:web §3.1)."""
    parts = urlsplit(hub_url)
    host = parts.hostname or ""
    if not _NAMED_HOST.match(host):
        return None
    place = host if parts.port is None else f"{host}%3A{parts.port}"
    return f"did:web:{place}" if first else f"did:web:{place}:orgs:{organisation_key}"


def demo_did(organisation_key: str) -> str:
    """A demo's DID, under a name that can never exist on the internet (RFC 2606): only its registry resolves it."""
    return f"did:web:{organisation_key}.example"
