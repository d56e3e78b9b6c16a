"""Presentations: a holder shows credentials and proves, for one occasion, to hold the key they are bound to.

A credential by itself proves nothing about who hands it in. The challenge is what the verifier drew for this occasion and
the domain is where it was asked, so that a presentation cannot be shown twice or passed on (Data Integrity §2.1).
"""

from dataclasses import dataclass

from tequio_standards.vc.contexts import CREDENTIALS_V2, Contexts
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.proofs import Json, proofs_of
from tequio_standards.vc.verifying import Resolve, verify_proof


@dataclass(frozen=True, slots=True)
class Presented:
    """Who proved to hold the presentation, and what is in it; each credential is still to be checked by itself."""

    holder: str
    credentials: tuple[Json, ...]

    def is_about_holder(self, credential: Json) -> bool:
        """Whether the holder is the credential's subject: only then is it shown to be theirs."""
        subject = credential.get("credentialSubject")
        return isinstance(subject, dict) and subject.get("id") == self.holder


def verify_presentation(
    document: Json, *, challenge: str, domain: str, resolve: Resolve, contexts: Contexts | None = None
) -> Presented:
    """Check a presentation made for this occasion (VCDM 2.0 §4.13); CredentialError `holder_not_proved` and others."""
    credentials, holder = _form(document)
    proof = _one_proof(document)
    for name, wanted in (("challenge", challenge), ("domain", domain)):
        if not wanted or proof.get(name) != wanted:
            raise _not_proved(f"The {name} is not the one that was asked for.")
    result = verify_proof(document, resolve=resolve, contexts=contexts, purpose="authentication")
    if result.status != "ok":
        raise CredentialError(result.code, result.message)
    if result.proofs[0].controller != holder:
        raise _not_proved("Another key than the holder's signed the presentation.")
    return Presented(holder, credentials)


def _form(document: Json) -> tuple[tuple[Json, ...], str]:
    contexts, kinds = document.get("@context"), document.get("type")
    if not isinstance(contexts, list) or contexts[:1] != [CREDENTIALS_V2]:
        raise CredentialError("malformed", "The first context is not Verifiable Credentials 2.0.")
    if "VerifiablePresentation" not in (kinds if isinstance(kinds, list) else [kinds]):
        raise CredentialError("malformed", "Not a presentation.")
    holder, shown = document.get("holder"), document.get("verifiableCredential", [])
    holder = holder.get("id") if isinstance(holder, dict) else holder
    shown = shown if isinstance(shown, list) else [shown]
    if not isinstance(holder, str) or not holder:
        raise _not_proved("The presentation names no holder.")
    if not all(isinstance(each, dict) for each in shown):
        raise CredentialError("malformed", "A credential in the presentation is not an object.")
    return tuple(shown), holder


def _one_proof(document: Json) -> Json:
    proofs = proofs_of(document)
    if len(proofs) != 1:
        raise CredentialError(
            "no_proof" if not proofs else "malformed", "A presentation has exactly one proof."
        )
    return proofs[0]


def _not_proved(detail: str) -> CredentialError:
    return CredentialError("holder_not_proved", detail)
