"""DIDs: did:key carries its key in its name; did:web is a document that an issuer publishes, keys with their periods."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.keys import KeyPeriod, KeyState, PublicKey, public_key
from tequio_standards.vc.moments import moment_text

DID_CONTEXTS = ("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1")
_DID_WEB = re.compile(r"did:web:[A-Za-z0-9.-]+\.[A-Za-z][A-Za-z0-9-]*(%3A\d{1,5})?(:[A-Za-z0-9._~%-]+)*\Z")

Registry = Mapping[str, tuple[KeyPeriod, ...]]


def did_key(key: PublicKey | str) -> str:
    """The did:key of a public key or of its Multikey text."""
    return "did:key:" + (key if isinstance(key, str) else key.multibase)


def key_method(did: str, multibase: str) -> str:
    """The verification method id of one key: the key's own text is the fragment, so it never changes meaning."""
    return f"{did}#{multibase}"


def did_key_method(key: PublicKey | str) -> str:
    """The only verification method of a did:key (did:key §3.1.2)."""
    did = did_key(key)
    return f"{did}#{did.removeprefix('did:key:')}"


def did_of(url: str) -> str:
    """The DID (or URL) in front of the fragment."""
    return url.partition("#")[0]


def is_did_web(did: str) -> bool:
    """Whether `did` is a did:web this house would issue with: a host name, never an address."""
    return bool(_DID_WEB.match(did))


# Any: a DID document is JSON that others extend.
def did_web_document(did: str, keys: Iterable[KeyPeriod]) -> dict[str, Any]:
    """The document at the DID's address. Retired keys stay listed; a compromised one is marked and no longer asserts."""
    if not is_did_web(did):
        raise CredentialError("malformed", f"“{did}” is not a did:web with a host name.")
    periods = tuple(keys)
    return {
        "@context": list(DID_CONTEXTS),
        "id": did,
        "verificationMethod": [_method(did, period) for period in periods],
        "assertionMethod": [key_method(did, period.multibase) for period in periods if _asserts(period)],
    }


def _asserts(period: KeyPeriod) -> bool:
    return period.state in (KeyState.ACTIVE, KeyState.RETIRED)


def _method(did: str, period: KeyPeriod) -> dict[str, Any]:
    method: dict[str, Any] = {
        "id": key_method(did, period.multibase),
        "type": "Multikey",
        "controller": did,
        "publicKeyMultibase": period.multibase,
    }
    if period.state is KeyState.COMPROMISED and period.valid_until is not None:
        method["revoked"] = moment_text(period.valid_until)
    return method


def resolve(method: str, registry: Registry, *, at: datetime | None = None) -> PublicKey | None:
    """The key behind a verification method: out of the name for did:key, else out of `registry`; None if unknown."""
    did, _, fragment = method.partition("#")
    if did in registry:
        return _listed(did, fragment, registry[did], at)
    if did.startswith("did:key:"):
        return _own_name(did, fragment)
    return None


def _listed(did: str, fragment: str, periods: tuple[KeyPeriod, ...], at: datetime | None) -> PublicKey | None:
    for period in periods:
        if period.multibase == fragment and (at is None or period.covers(at)):
            return public_key(period.multibase, controller=did, period=period)
    return None


def _own_name(did: str, fragment: str) -> PublicKey:
    name = did.removeprefix("did:key:")
    if fragment not in (name, ""):  # some name the did:key itself; it has one key, so nothing is ambiguous
        raise CredentialError("proof_invalid", "A did:key has one key, named like itself.")
    return public_key(name, controller=did)
