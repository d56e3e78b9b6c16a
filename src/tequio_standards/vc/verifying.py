"""Checking Data Integrity proofs: every proof of the document, and whether one of them is the issuer's own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from tequio_standards.strict import StrictError
from tequio_standards.vc.contexts import Contexts
from tequio_standards.vc.did import did_of
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.key_kinds import KeyKind
from tequio_standards.vc.keys import KeyState, PublicKey, witness_of
from tequio_standards.vc.moments import moment
from tequio_standards.vc.multibase import multibase58_decode
from tequio_standards.vc.proofs import JCS, RDFC, Hasher, Json, proofs_of

Status = Literal["ok", "failed", "unknown"]
Resolve = Callable[[str], PublicKey | None]

MOST_PROOFS: Final = 8
_UNCHECKED_SUITES: Final = frozenset(
    {"ecdsa-rdfc-2019", "ecdsa-jcs-2019", "ecdsa-sd-2023", "bbs-2023", "Ed25519Signature2020"}
)


@dataclass(frozen=True, slots=True)
class ProofFacts:
    """What one proof says and what came of checking it."""

    status: Status
    code: str
    message: str
    method: str = ""
    controller: str = ""
    created: datetime | None = None
    cryptosuite: str = ""


@dataclass(frozen=True, slots=True)
class ProofResult:
    """The verdict over all proofs. `verified` is the document as it was signed, and None unless the status is ok."""

    status: Status
    code: str
    message: str
    verified: Json | None = None
    issuer_bound: bool = False
    proofs: tuple[ProofFacts, ...] = ()


def verify_proof(
    document: Json, *, resolve: Resolve, contexts: Contexts | None = None, purpose: str = "assertionMethod"
) -> ProofResult:
    """Check every proof (Data Integrity §4.3, §4.4); `resolve` turns a verification method into its key, or None."""
    try:
        proofs = proofs_of(document)
        if not proofs:
            return ProofResult("failed", "no_proof", "The document carries no signature.")
        if len(proofs) > MOST_PROOFS:
            return ProofResult(
                "failed", "too_complex", f"The document carries more than {MOST_PROOFS} signatures."
            )
        hasher = Hasher(document, contexts)
        checked = [_check(proof, hasher, resolve, purpose) for proof in proofs]
    except (CredentialError, StrictError) as refused:
        return ProofResult("failed", refused.code, refused.message)
    return _verdict(document, proofs, tuple(checked))


def issuer_of(document: Json) -> str:
    """The issuer's id, or an empty text."""
    issuer = document.get("issuer")
    found = issuer.get("id") if isinstance(issuer, dict) else issuer
    return found if isinstance(found, str) else ""


def _verdict(document: Json, proofs: list[Json], checked: tuple[ProofFacts, ...]) -> ProofResult:
    for facts in checked:
        if facts.status == "failed":
            return ProofResult("failed", facts.code, facts.message, proofs=checked)
    issuer = issuer_of(document)
    good = [num for num, facts in enumerate(checked) if facts.status == "ok"]
    own = [num for num in good if issuer and checked[num].controller == issuer]
    if not good:
        return _none_good(checked)
    chosen = (own or good)[0]
    return ProofResult(
        "ok",
        "proof_ok",
        "The signature is genuine: nothing was changed after signing.",
        verified=_as_signed(document, proofs[chosen]),
        issuer_bound=bool(own),
        proofs=checked,
    )


def _none_good(checked: tuple[ProofFacts, ...]) -> ProofResult:
    """An invented kind of signature may stand beside a good one, but alone it proves nothing."""
    first = next((facts for facts in checked if facts.code != "proof_kind_unknown"), None)
    if first is None:
        return ProofResult("failed", "proof_invalid", checked[0].message, proofs=checked)
    return ProofResult(first.status, first.code, first.message, proofs=checked)


def _as_signed(document: Json, proof: Json) -> Json:
    """A context appended after JCS signing is not part of what was signed, so it is taken out again."""
    if proof.get("cryptosuite") == JCS and "@context" in proof:
        return {**document, "@context": proof["@context"]}
    return document


def _check(proof: Json, hasher: Hasher, resolve: Resolve, purpose: str) -> ProofFacts:
    suite = _suite(proof)
    if suite in _UNCHECKED_SUITES:
        return ProofFacts(
            "unknown", "cryptosuite_unknown", f"Signatures of kind {suite} cannot be checked here."
        )
    refused = _form(proof, suite, purpose)
    if refused:
        return refused
    try:
        created = moment(proof["created"]) if "created" in proof else None
        signature = multibase58_decode(proof["proofValue"])
    except CredentialError as cause:
        return ProofFacts("failed", "proof_invalid", f"The proof cannot be read: {cause.message}")
    message = hasher.hash_data(proof)
    key = resolve(proof["verificationMethod"])
    if key is None:
        missing = "The issuer's key is not at hand."
        return _facts("unknown", "key_not_available", missing, proof, None, created)
    if key.kind is not KeyKind.ED25519 or not key.verifies(signature, message):
        wrong = "The signature does not fit: the document was changed, or another key signed it."
        return _facts("failed", "proof_invalid", wrong, proof, key, created)
    return in_period(proof, key, created, signature)


def _suite(proof: Json) -> str:
    kind = proof.get("type")
    return str(proof.get("cryptosuite") if kind == "DataIntegrityProof" else kind)[:80]


def _form(proof: Json, suite: str, purpose: str) -> ProofFacts | None:
    if suite not in (RDFC, JCS):
        return ProofFacts("unknown", "proof_kind_unknown", f"“{suite}” is not a kind of signature.")
    if proof.get("proofPurpose") != purpose:
        return ProofFacts(
            "failed", "proof_invalid", f"The signature was not made for the purpose “{purpose}”."
        )
    for name in ("verificationMethod", "proofValue"):
        if not isinstance(proof.get(name), str):
            return ProofFacts("failed", "proof_invalid", f"The proof lacks {name}.")
    return None


def in_period(proof: Json, key: PublicKey, created: datetime | None, signature: bytes) -> ProofFacts:
    """A signature that fits counts only if its key was in use when it was made."""
    period = key.period
    if period is None or (created is None and period.state is KeyState.ACTIVE):
        return _facts("ok", "proof_ok", "The signature is genuine.", proof, key, created)
    if period.state is KeyState.COMPROMISED:
        if witness_of(signature) in period.logged:
            seen = "The key was stolen or lost later; the issuer's log held this signature before that."
            return _facts("ok", "proof_witnessed", seen, proof, key, created)
        said = "The key was stolen or lost; without a witness of time its signatures are not believed."
        return _facts("failed", "no_log_proof", said, proof, key, created)
    if created is None or period.state is KeyState.NEXT or not period.covers(created):
        said = "The key was not in use at the time the signature gives."
        return _facts("failed", "key_out_of_period", said, proof, key, created)
    return _facts("ok", "proof_ok", "The signature is genuine.", proof, key, created)


def _facts(
    status: Status, code: str, message: str, proof: Json, key: PublicKey | None, created: datetime | None
) -> ProofFacts:
    method = proof["verificationMethod"]
    controller = (key.controller if key else "") or did_of(method)
    return ProofFacts(status, code, message, method, controller, created, str(proof.get("cryptosuite", "")))
