"""Reading a bundle: bounded, strict, and only when its hub signed it.

A bundle lists the issuers its hub vouches for, so it is believed as a whole or not at all. Whoever holds a trust file
of that hub already reads it `against` that; without one, the bundle is what one chose to trust, like a trust file.
"""

import json
from datetime import datetime
from typing import Any, Final

from tequio_standards.badges.bundle.values import FORMAT, TYPE, Bundle, BundledTemplate
from tequio_standards.badges.resolving import resolver
from tequio_standards.badges.trust import Trust
from tequio_standards.badges.trust_file import TrustFileError, parse_trust
from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc import (
    JCS,
    CredentialError,
    PublicKey,
    did_of,
    moment,
    verify_proof,
)

MOST_BYTES: Final = 32_000_000
MOST_DEPTH: Final = 12
MOST_TEMPLATES: Final = 10_000
_MEMBERS: Final = {
    "type": str,
    "format": int,
    "issuer": str,
    "hub": str,
    "asOf": str,
    "staleAfter": str,
    "trust": dict,
    "templates": list,
    "contexts": dict,
    "logRoots": list,
    "registries": list,
    "proof": dict,
}

Json = dict[str, Any]  # Any: JSON of a known shape, checked while reading


class BundleRefused(ValueError):
    """Not a bundle that can be relied on; `code` is `bundle_signature`."""

    code = "bundle_signature"


def parse_bundle(data: bytes, *, against: Trust | None = None) -> Bundle:
    """The bundle in `data`; BundleRefused unless it is whole and signed by its hub.

    `against`: what the reader knew of that hub before. Then the key must be one that was known, and the hub the same.
    """
    document = _document(data)
    trust = _trust(document["trust"])
    key = _signer(document, trust, against)
    as_of, stale_after = _moment(document, "asOf"), _moment(document, "staleAfter")
    if stale_after <= as_of:
        raise BundleRefused("The bundle goes stale before it was made.")
    return Bundle(
        issuer=document["issuer"],
        hub=document["hub"],
        key=key,
        as_of=as_of,
        stale_after=stale_after,
        trust=trust,
        templates=tuple(_template(each) for each in document["templates"]),
        contexts={url: _text(text) for url, text in document["contexts"].items()},
        log_roots=tuple(_text(each) for each in document["logRoots"]),
        registries=tuple(_text(each) for each in document["registries"]),
    )


def _document(data: bytes) -> Json:
    try:
        document = load_json(data, max_bytes=MOST_BYTES, max_depth=MOST_DEPTH)
    except StrictError as cause:
        raise BundleRefused(f"The bundle cannot be read: {cause.message}") from cause
    if not isinstance(document, dict) or document.get("type") != TYPE:
        raise BundleRefused("This is not a bundle.")
    for name, kind in _MEMBERS.items():
        if type(document.get(name)) is not kind:
            raise BundleRefused(f"The bundle has no “{name}” as it should be.")
    if document.keys() != _MEMBERS.keys():
        raise BundleRefused("The bundle has members that no bundle has.")
    if document["format"] != FORMAT or len(document["templates"]) > MOST_TEMPLATES:
        raise BundleRefused(f"Only bundles of format {FORMAT} can be read.")
    return document


def _trust(entry: Json) -> Trust:
    try:
        return parse_trust(json.dumps(entry).encode("utf-8"))
    except TrustFileError as cause:
        raise BundleRefused(f"The bundle's list of issuers cannot be read: {cause}") from cause


def _signer(document: Json, trust: Trust, against: Trust | None) -> PublicKey:
    """A key of the hub's own issuer: listed as such by the bundle itself, and by what was known before."""
    issuer, hub, proof = document["issuer"], document["hub"], document["proof"]
    for known in (trust, against):
        if known is None:
            continue
        if known.name != hub or issuer not in known.issuers or known.issuers[issuer].url != hub:
            raise BundleRefused(f"The bundle is of {hub}, which is not the hub that is trusted here.")
        found = verify_proof(document, resolve=resolver(known))
        if found.verified is None or not found.issuer_bound or proof.get("cryptosuite") != JCS:
            raise BundleRefused(f"The bundle is not signed by its hub: {found.message}")
    key = resolver(trust)(proof["verificationMethod"])
    if key is None or did_of(proof["verificationMethod"]) != issuer:
        raise BundleRefused("The bundle is not signed by its hub.")
    return key


def _moment(document: Json, name: str) -> datetime:
    try:
        return moment(document[name])
    except CredentialError as cause:
        raise BundleRefused(f"“{name}” of the bundle is not a moment.") from cause


# Any, below: members of JSON lists.
def _template(entry: Any) -> BundledTemplate:
    if not isinstance(entry, dict) or entry.keys() != {"body", "quads"}:
        raise BundleRefused("A template of the bundle is not written as it should be.")
    return BundledTemplate(_text(entry["body"]), _text(entry["quads"]))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise BundleRefused("The bundle holds something else where a text should stand.")
    return value
