"""A credential as a JWT (VC-JOSE-COSE §3.1.1, OB 3.0 §8.2.4): the payload is the credential, signed byte for byte.

The header is an enemy's to write, so it decides nothing: the algorithm follows from the key, the key comes from what
is known of the issuer, and a key inside the header counts only where it is one of those.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc.base64url import base64url_decode
from tequio_standards.vc.contexts import Contexts, pinned
from tequio_standards.vc.did import Registry
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.jwt_claims import credential_in, signed_at
from tequio_standards.vc.key_kinds import KeyKind, from_jwk
from tequio_standards.vc.keys import PublicKey, public_key
from tequio_standards.vc.proofs import Json
from tequio_standards.vc.safety import refuse_foreign_contexts
from tequio_standards.vc.verifying import ProofFacts, ProofResult, in_period, issuer_of

ALGORITHMS: Final = {
    "EdDSA": KeyKind.ED25519,  # RFC 8037
    "Ed25519": KeyKind.ED25519,  # RFC 9864, which names the curve
    "ES256": KeyKind.P256,
    "RS256": KeyKind.RSA,
}
_UNCHECKED: Final = frozenset(
    {"ES384", "ES512", "ES256K", "PS256", "PS384", "PS512", "RS384", "RS512", "Ed448"}
)
_TYPES: Final = frozenset({"jwt", "vc+jwt", "vc+ld+jwt"})
_MOST_HEADER: Final = 8_000


@dataclass(frozen=True, slots=True)
class Jws:
    """A compact JWS taken apart (RFC 7515 §7.1)."""

    header: Json
    payload: bytes
    message: bytes
    signature: bytes


def verify_jwt(text: str, *, registry: Registry, contexts: Contexts | None = None) -> ProofResult:
    """Check a compact JWS; `registry` is what the verifier knows of issuers and their keys."""
    try:
        jws = read_jws(text)
        refusal = _refuse_header(jws.header)
        if refusal is not None:
            return refusal
        document, claims = credential_in(load_json(jws.payload))
        refuse_foreign_contexts(document, contexts or pinned())
        return _verdict(jws, document, claims, registry)
    except (CredentialError, StrictError) as refused:
        return ProofResult("failed", refused.code, refused.message)


def read_jws(text: str) -> Jws:
    """Three parts of base64url; CredentialError `malformed` for anything else."""
    parts = text.split(".")
    if len(parts) != 3 or len(parts[0]) > _MOST_HEADER:
        raise CredentialError("malformed", "Not a compact JWS.")
    header = load_json(base64url_decode(parts[0]))
    if not isinstance(header, dict):
        raise CredentialError("malformed", "The header of the JWT is not an object.")
    message = f"{parts[0]}.{parts[1]}".encode("ascii")
    return Jws(header, base64url_decode(parts[1]), message, base64url_decode(parts[2]))


def _refuse_header(header: Json) -> ProofResult | None:
    """`crit` and `b64` change what is signed (RFC 7515 §4.1.11, RFC 7797); nothing here understands them."""
    algorithm, kind = header.get("alg"), header.get("typ", "JWT")
    if "crit" in header or "b64" in header:
        return _failed("The JWT asks for an extension that is not understood here.")
    if not isinstance(kind, str) or kind.lower().removeprefix("application/") not in _TYPES:
        return _failed("The JWT is of another type than a credential.")
    if isinstance(algorithm, str) and algorithm in _UNCHECKED:
        said = f"Signatures of kind {algorithm} cannot be checked here."
        return ProofResult("unknown", "cryptosuite_unknown", said)
    if not isinstance(algorithm, str) or algorithm not in ALGORITHMS:
        return _failed(f"“{str(algorithm)[:40]}” is not a kind of signature that binds an issuer.")
    return None


def _failed(message: str, code: str = "proof_invalid") -> ProofResult:
    return ProofResult("failed", code, message)


def _verdict(jws: Jws, document: Json, claims: Json, registry: Registry) -> ProofResult:
    issuer = issuer_of(document)
    kind = ALGORITHMS[jws.header["alg"]]
    carried = _carried(jws.header)
    if carried is not None and not (carried.kind is kind and carried.verifies(jws.signature, jws.message)):
        return _failed("The signature does not fit the key that the JWT carries.")
    known = _known(issuer, registry)
    if known is None:
        return _keyless(jws, issuer)
    keys = [key for key in _meant(known, jws.header, carried) if key.kind is kind]
    if not keys:
        return _failed("The key is not one of the issuer's published keys.", "key_not_listed")
    key = next((key for key in keys if key.verifies(jws.signature, jws.message)), None)
    if key is None:
        return _failed("The signature does not fit: the JWT was changed, or another key signed it.")
    return _signed(jws, document, key, signed_at(claims))


def _signed(jws: Jws, document: Json, key: PublicKey, created: datetime | None) -> ProofResult:
    facts = in_period(_as_proof(jws.header, key), key, created, jws.signature)
    if facts.status != "ok":
        return ProofResult(facts.status, facts.code, facts.message, proofs=(facts,))
    said = "The signature is genuine: nothing was changed after signing."
    return ProofResult("ok", "proof_ok", said, verified=document, issuer_bound=True, proofs=(facts,))


def _keyless(jws: Jws, issuer: str) -> ProofResult:
    """A carried key that fits proves that the file is whole, and nothing about who signed."""
    said = "The issuer's key is not at hand."
    facts = ProofFacts(
        "unknown", "key_not_available", said, _kid(jws.header), issuer, None, jws.header["alg"]
    )
    return ProofResult("unknown", "key_not_available", said, proofs=(facts,))


def _known(issuer: str, registry: Registry) -> list[PublicKey] | None:
    if issuer in registry:
        return [public_key(each.multibase, controller=issuer, period=each) for each in registry[issuer]]
    if issuer.startswith("did:key:"):
        return [public_key(issuer.removeprefix("did:key:"), controller=issuer)]
    return None


def _meant(known: Sequence[PublicKey], header: Json, carried: PublicKey | None) -> Iterable[PublicKey]:
    """`jwk` and `kid` may only narrow down. A `kid` of some other naming leaves the issuer's keys to be tried."""
    if carried is not None:
        known = [key for key in known if key.raw == carried.raw]
    fragment = _kid(header).rpartition("#")[2]
    return [key for key in known if key.multibase == fragment] or known


def _kid(header: Json) -> str:
    kid = header.get("kid", "")
    if not isinstance(kid, str):
        raise CredentialError("malformed", "The name of the key is not a text.")
    return kid


def _carried(header: Json) -> PublicKey | None:
    if "jwk" not in header:
        return None
    kind, raw = from_jwk(header["jwk"])
    return PublicKey(raw, kind=kind)


def _as_proof(header: Json, key: PublicKey) -> dict[str, Any]:
    method = _kid(header) or f"{key.controller}#{key.multibase}"
    return {"verificationMethod": method, "cryptosuite": header["alg"]}
