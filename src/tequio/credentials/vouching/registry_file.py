"""The signed registry as a file: issuers as in a trust file, accreditations, and one proof over all of it. Pure.

`{"format": 1, "type": "IssuerRegistry", "issuer": DID, "name", "as_of", "max_age_days", "issuers": {DID: {…}},
"accreditations": [signed documents], "digest": SHA-256, "proof": {…}}`. The proof (`eddsa-jcs-2022`) is over all but
the two lists; the digest is of those two (JCS). There are no contexts: no word means anything but what stands here.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tequio.credentials.vouching.values import MOST_REGISTRY_BYTES
from tequio_standards import vc
from tequio_standards.badges import Trust, TrustFileError, issuer_to_json, parse_trust
from tequio_standards.strict import StrictError, jcs, load_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tequio_standards.vc import KeyPeriod, Signer

TYPE = "IssuerRegistry"
MOST_ISSUERS = 5_000
MOST_KEYS = 50  # of one issuer
MOST_TEXT = 300
_MEMBERS = {
    *("format", "type", "issuer", "name", "as_of", "max_age_days", "digest", "proof"),
    *("issuers", "accreditations"),
}
_LISTS = ("issuers", "accreditations")

Json = dict[str, Any]  # Any: JSON of others, checked while reading


class UnfitRegistry(Exception):
    """It cannot be taken; `code` says why, `did` about whom."""

    def __init__(self, code: str, did: str = "") -> None:
        super().__init__(f"{code} {did}".strip())
        self.code, self.did = code, did


@dataclass(frozen=True, slots=True)
class SignedRegistry:
    """A registry whose signature is good under a key that it lists itself: whom to believe is decided elsewhere."""

    signer: str
    method: str
    trust: Trust
    document: Json


def write_registry(trust: Trust, *, signer: str, method: str, key: Signer, created: datetime) -> bytes:
    """The registry of `trust`; the same moment gives the same bytes."""
    lists = {
        "issuers": {did: issuer_to_json(info) for did, info in sorted(trust.issuers.items())},
        "accreditations": [document.decode() for document in trust.accreditations],
    }
    head = {
        "format": 1,
        "type": TYPE,
        "issuer": signer,
        "name": trust.name,
        "as_of": vc.moment_text(created),
        "max_age_days": trust.max_age.days,
        "digest": _digest(lists),
    }
    signed = vc.sign(head, key=key, verification_method=method, created=created, cryptosuite=vc.JCS)
    return json.dumps({**signed, **lists}, ensure_ascii=False, indent=1).encode() + b"\n"


def read_registry(data: bytes) -> SignedRegistry:
    """Read strictly and check the signature; `UnfitRegistry` for anything that is not a whole, signed registry."""
    document, trust = _parsed(data)
    signer = document.get("issuer")
    if "proof" not in document:
        raise UnfitRegistry("unsigned")
    if not isinstance(signer, str) or signer not in trust.issuers:
        raise UnfitRegistry("signer_not_listed")
    method = signed_by(document, {signer: trust.issuers[signer].keys})
    return SignedRegistry(signer, method, trust, document)


def signed_by(document: Json, registry: Mapping[str, tuple[KeyPeriod, ...]]) -> str:
    """The verification method of the issuer's own good signature, by these keys."""
    head = {name: value for name, value in document.items() if name not in _LISTS}
    if head.get("digest") != _digest({name: document.get(name) for name in _LISTS}):
        raise UnfitRegistry("changed")
    result = vc.verify_proof(head, resolve=lambda method: vc.resolve(method, registry))
    if result.status == "failed":
        raise UnfitRegistry("changed" if result.code == "proof_invalid" else "wrong_signature")
    if result.status != "ok" or not result.issuer_bound:
        raise UnfitRegistry("signed_by_another")
    signer = vc.issuer_of(document)
    return next(facts.method for facts in result.proofs if facts.controller == signer)


def _parsed(data: bytes) -> tuple[Json, Trust]:
    if len(data) > MOST_REGISTRY_BYTES:
        raise UnfitRegistry("too_large")
    try:
        document = load_json(data, max_bytes=MOST_REGISTRY_BYTES)
        trust = parse_trust(data)
    except (StrictError, TrustFileError) as error:
        raise UnfitRegistry("unreadable") from error
    if document.get("type") != TYPE:
        raise UnfitRegistry("unsigned" if "proof" not in document else "unreadable")
    if document.keys() - _MEMBERS or trust.as_of is None or not trust.issuers:
        raise UnfitRegistry("unreadable")
    if len(trust.issuers) > MOST_ISSUERS or any(len(one.keys) > MOST_KEYS for one in trust.issuers.values()):
        raise UnfitRegistry("too_large")
    for did, info in trust.issuers.items():
        _refuse_wild(did, (*info.names.values(), *info.names, info.url, info.country))
    return document, trust


def _digest(lists: Json) -> str:
    return hashlib.sha256(jcs(lists)).hexdigest()


def _refuse_wild(did: str, texts: tuple[str, ...]) -> None:
    """A DID or a name that could hide itself on a page is none."""
    if not (did.startswith("did:") and did.isascii() and did.isprintable() and " " not in did):
        raise UnfitRegistry("unreadable")
    if any(len(text) > MOST_TEXT or not text.isprintable() for text in (did, *texts)):
        raise UnfitRegistry("unreadable")
