"""The registry of issuers as the Digital Credentials Consortium writes it (`dcc-legacy`), so that its verifiers know us.

It names issuers and holds no keys, so reading one adds names to what is known otherwise and never trust in a key.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from tequio_standards.badges.trust import Trust
from tequio_standards.strict import load_json
from tequio_standards.vc import CredentialError, moment_text

MOST_BYTES: Final = 8_000_000


@dataclass(frozen=True, slots=True)
class RegisteredIssuer:
    """What a registry says of one issuer."""

    name: str
    url: str = ""
    location: str = ""


def dcc_registry(trust: Trust, *, updated: datetime) -> bytes:
    """The issuers of `trust`; demonstration issuers are left out, since others have no word for them."""
    registry = {
        did: {
            "name": next(iter(issuer.names.values()), did),
            "location": issuer.country,
            "url": issuer.url,
        }
        for did, issuer in sorted(trust.issuers.items())
        if not issuer.demo
    }
    document = {"meta": {"updated": moment_text(updated)}, "registry": registry}
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def read_dcc_registry(data: bytes) -> Mapping[str, RegisteredIssuer]:
    """DID → what the registry says; CredentialError or StrictError for anything else."""
    document = load_json(data, max_bytes=MOST_BYTES)
    registry = document.get("registry") if isinstance(document, dict) else None
    if not isinstance(registry, dict):
        raise CredentialError("malformed", "Not a registry of issuers.", pointer="/registry")
    return {did: _issuer(did, entry) for did, entry in registry.items()}


def _issuer(did: str, entry: object) -> RegisteredIssuer:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str) or not entry["name"]:
        raise CredentialError(
            "malformed", "An issuer in the registry has no name.", pointer=f"/registry/{did}"
        )
    said = {name: entry.get(name, "") for name in ("url", "location")}
    if not all(isinstance(text, str) for text in said.values()):
        raise CredentialError(
            "malformed", "An entry of the registry is not a text.", pointer=f"/registry/{did}"
        )
    return RegisteredIssuer(entry["name"], **said)
