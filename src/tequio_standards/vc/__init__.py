"""W3C Verifiable Credentials 2.0, Data Integrity, status lists."""

from tequio_standards.vc.canon import canonicalise
from tequio_standards.vc.contexts import Contexts, pinned
from tequio_standards.vc.did import (
    did_key,
    did_key_method,
    did_of,
    did_web_document,
    is_did_web,
    key_method,
    resolve,
)
from tequio_standards.vc.did_documents import did_web_url, read_did_document
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.jwt import verify_jwt
from tequio_standards.vc.key_kinds import KeyKind
from tequio_standards.vc.keys import KeyPeriod, KeyState, PrivateKey, PublicKey, Signer, generate, public_key
from tequio_standards.vc.moments import moment, moment_text
from tequio_standards.vc.presentations import Presented, verify_presentation
from tequio_standards.vc.proofs import JCS, RDFC, sign, signature_of
from tequio_standards.vc.verifying import ProofFacts, ProofResult, issuer_of, verify_proof

__all__ = [
    "JCS",
    "RDFC",
    "Contexts",
    "CredentialError",
    "KeyKind",
    "KeyPeriod",
    "KeyState",
    "Presented",
    "PrivateKey",
    "ProofFacts",
    "ProofResult",
    "PublicKey",
    "Signer",
    "canonicalise",
    "did_key",
    "did_key_method",
    "did_of",
    "did_web_document",
    "did_web_url",
    "generate",
    "is_did_web",
    "issuer_of",
    "key_method",
    "moment",
    "moment_text",
    "pinned",
    "public_key",
    "read_did_document",
    "resolve",
    "sign",
    "signature_of",
    "verify_jwt",
    "verify_presentation",
    "verify_proof",
]
