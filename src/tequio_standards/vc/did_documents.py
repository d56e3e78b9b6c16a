"""Reading other issuers' did:web documents (did:web §3.2, Controlled Identifiers 1.0 §2.2): who asserts, until when.

Somebody else fetches; the address to ask is the only one that the DID allows.
"""

from datetime import datetime
from typing import Any, Final
from urllib.parse import unquote

from tequio_standards.strict import load_json
from tequio_standards.vc.did import is_did_web
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.key_kinds import from_jwk
from tequio_standards.vc.keys import KeyPeriod, KeyState, PublicKey, public_key
from tequio_standards.vc.moments import moment
from tequio_standards.vc.proofs import Json

MOST_METHODS: Final = 50
_KINDS: Final = frozenset({"Multikey", "Ed25519VerificationKey2020", "JsonWebKey", "JsonWebKey2020"})


def did_web_url(did: str) -> str:
    """Where the document of a did:web lies; CredentialError for any other DID."""
    if not is_did_web(did):
        raise CredentialError("malformed", f"“{did}” is not a did:web with a host name.")
    host, *path = [unquote(part) for part in did.removeprefix("did:web:").split(":")]
    if any(part in ("", ".", "..") or "/" in part for part in path):
        raise CredentialError("malformed", f"“{did}” names a path that climbs.")
    return f"https://{host}/{'/'.join(path) or '.well-known'}/did.json"


def read_did_document(data: bytes, *, did: str) -> tuple[KeyPeriod, ...]:
    """The keys that may assert in the name of `did`; kinds that are not checked here are passed over."""
    document = load_json(data)
    if not isinstance(document, dict) or document.get("id") != did:
        raise CredentialError("malformed", "The document is not that of this DID.")
    methods = _members(document, "verificationMethod")
    by_id = {_absolute(method.get("id"), did): method for method in methods if isinstance(method, dict)}
    periods = (_period(each, by_id, did) for each in _members(document, "assertionMethod"))
    return tuple(period for period in periods if period is not None)


def _members(document: Json, name: str) -> list[Any]:
    value = document.get(name, [])
    if not isinstance(value, list) or len(value) > MOST_METHODS:
        raise CredentialError("malformed", f"{name} is not a list of keys.", pointer=f"/{name}")
    return value


# Any: methods are JSON of others.
def _period(named: Any, by_id: dict[str, Any], did: str) -> KeyPeriod | None:
    """`named` is a method's id, or the method itself."""
    method = named if isinstance(named, dict) else by_id.get(_absolute(named, did))
    if not isinstance(method, dict) or method.get("type") not in _KINDS:
        return None
    if method.get("controller") != did:
        raise CredentialError("malformed", "A key in the document belongs to somebody else.")
    revoked, expires = _moment(method, "revoked"), _moment(method, "expires")
    if revoked is not None:
        return KeyPeriod(_multibase(method), valid_until=revoked, state=KeyState.COMPROMISED)
    state = KeyState.ACTIVE if expires is None else KeyState.RETIRED
    return KeyPeriod(_multibase(method), valid_until=expires, state=state)


def _multibase(method: Json) -> str:
    if "publicKeyJwk" in method:
        kind, raw = from_jwk(method["publicKeyJwk"])
        return PublicKey(raw, kind=kind).multibase
    text = method.get("publicKeyMultibase")
    if not isinstance(text, str):
        raise CredentialError("malformed", "A key in the document has no text.")
    return public_key(text).multibase


def _absolute(reference: Any, did: str) -> str:
    text = reference if isinstance(reference, str) else ""
    return did + text if text.startswith("#") else text


def _moment(method: Json, name: str) -> datetime | None:
    return moment(method[name], pointer=f"/verificationMethod/{name}") if name in method else None
