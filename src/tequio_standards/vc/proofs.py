"""Data Integrity proofs: what is hashed and signed (Data Integrity 1.0 §4, EdDSA Cryptosuites 1.0 §3)."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from tequio_standards.strict import jcs
from tequio_standards.vc.canon import canonicalise
from tequio_standards.vc.contexts import Contexts, pinned
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.keys import Signer
from tequio_standards.vc.moments import moment_text
from tequio_standards.vc.multibase import multibase58, multibase58_decode
from tequio_standards.vc.safety import refuse_foreign_contexts

RDFC: Final = "eddsa-rdfc-2022"
JCS: Final = "eddsa-jcs-2022"
Json = dict[str, Any]  # Any: a credential is JSON that others extend


def sign(
    document: Json,
    *,
    key: Signer,
    verification_method: str,
    created: datetime,
    cryptosuite: str = RDFC,
    proof_purpose: str = "assertionMethod",
    proof_id: str = "",
    previous_proof: str | Sequence[str] = (),
    challenge: str = "",
    domain: str = "",
    contexts: Contexts | None = None,
) -> Json:
    """`document` with one more proof (added to a set when it has some; after `previous_proof` in a chain)."""
    config = proof_options(
        verification_method=verification_method,
        created=created,
        cryptosuite=cryptosuite,
        proof_purpose=proof_purpose,
        proof_id=proof_id,
    )
    config |= {name: text for name, text in (("domain", domain), ("challenge", challenge)) if text}
    if previous_proof:
        config["previousProof"] = previous_proof if isinstance(previous_proof, str) else list(previous_proof)
    if cryptosuite == JCS and "@context" in document:
        config["@context"] = document["@context"]
    message = Hasher(document, contexts).hash_data(config)
    proof = {**config, "proofValue": multibase58(key.sign(message))}
    earlier = proofs_of(document)
    return {**document, "proof": [*earlier, proof] if earlier else proof}


def proof_options(
    *,
    verification_method: str,
    created: datetime,
    cryptosuite: str = RDFC,
    proof_purpose: str = "assertionMethod",
    proof_id: str = "",
) -> Json:
    """A proof without its value (Data Integrity §2.1)."""
    return {
        "type": "DataIntegrityProof",
        **({"id": proof_id} if proof_id else {}),
        "cryptosuite": cryptosuite,
        "created": moment_text(created),
        "verificationMethod": verification_method,
        "proofPurpose": proof_purpose,
    }


def options_digest(options: Json, *, context: Any, contexts: Contexts | None = None) -> bytes:
    """The first half of what eddsa-rdfc-2022 signs (§3.2.5): alike for all documents signed in the same second."""
    return _digest(canonicalise({**options, "@context": context}, contexts=contexts).encode("utf-8"))


class Hasher:
    """Turns proof options into the 64 bytes they sign; the document's own digest is made once for all its proofs."""

    def __init__(self, document: Json, contexts: Contexts | None = None) -> None:
        self._document = document
        self._unsecured = {key: value for key, value in document.items() if key != "proof"}
        self._contexts = contexts or pinned()
        self._digest: bytes | None = None

    def hash_data(self, config: Json) -> bytes:
        """The digest of the proof's own options, then the digest of the document."""
        options = {key: value for key, value in config.items() if key != "proofValue"}
        if config.get("cryptosuite") == JCS:
            refuse_foreign_contexts(self._document, self._contexts)
            return _digest(jcs(options)) + _digest(jcs(_as_signed(self._covered(config), options)))
        if config.get("cryptosuite") != RDFC:
            raise CredentialError(
                "cryptosuite_unknown", f"“{config.get('cryptosuite')}” is not a known suite."
            )
        context = self._document.get("@context")
        if options.get("@context", context) != context:  # it would be replaced, so nobody signed it (§3.2.5)
            raise CredentialError(
                "unsigned_data", "A proof brings contexts of its own, which it does not sign."
            )
        return options_digest(options, context=context, contexts=self._contexts) + self._document_digest(
            config
        )

    def _document_digest(self, config: Json) -> bytes:
        if "previousProof" in config:
            return self._rdfc(self._covered(config))
        if self._digest is None:
            self._digest = self._rdfc(self._unsecured)
        return self._digest

    def _covered(self, config: Json) -> Json:
        """In a chain the proof also signs the proofs it builds on (Data Integrity §4.2)."""
        if "previousProof" not in config:
            return self._unsecured
        return {**self._unsecured, "proof": _earlier_proofs(self._document, config["previousProof"])}

    def _rdfc(self, document: Json) -> bytes:
        return _digest(canonicalise(document, contexts=self._contexts).encode("utf-8"))


def proofs_of(document: Json) -> list[Json]:
    """The proofs of a document, as a list of objects."""
    proof = document.get("proof", [])
    proofs = proof if isinstance(proof, list) else [proof]
    if not all(isinstance(each, dict) for each in proofs):
        raise CredentialError("malformed", "A proof is not an object.", pointer="/proof")
    return proofs


def signature_of(document: Json, num: int = 0) -> bytes:
    """The 64 bytes of one proof: they commit to the document, whatever form it is handed on in."""
    return multibase58_decode(proofs_of(document)[num]["proofValue"])


def _earlier_proofs(document: Json, previous: Any) -> list[Json]:
    wanted = previous if isinstance(previous, list) else [previous]
    found = [proof for proof in proofs_of(document) if proof.get("id") in wanted and "id" in proof]
    if len(found) != len(wanted) or not wanted:
        raise CredentialError(
            "proof_invalid", "A proof builds on another one that is not there.", pointer="/proof"
        )
    return found


def _as_signed(unsecured: Json, options: Json) -> Json:
    """eddsa-jcs-2022 §3.3.2: the document counts with the contexts it had when it was signed, no later ones."""
    if "@context" not in options:
        return unsecured
    ours, signed = _listed(unsecured.get("@context")), _listed(options["@context"])
    if ours[: len(signed)] != signed:
        raise CredentialError("proof_invalid", "The document's contexts are not those that were signed.")
    return {**unsecured, "@context": options["@context"]}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
