"""Data model 1.1, which the suites still use for what it shares with 2.0; the house itself takes 2.0 only."""

from __future__ import annotations

from typing import Any, Final

from tequio_standards import vc
from tequio_standards.vc.contexts import DATA_INTEGRITY_V2

CREDENTIALS_V1: Final = "https://www.w3.org/2018/credentials/v1"

Json = dict[str, Any]  # Any: credentials are JSON


def is_v1(document: Json) -> bool:
    """Whether its first context is that of 1.1."""
    contexts = document.get("@context")
    return isinstance(contexts, list) and contexts[:1] == [CREDENTIALS_V1]


def with_proof_context(document: Json) -> Json:
    """1.1 does not define data integrity proofs, so its issuer adds the context that does."""
    if not is_v1(document) or DATA_INTEGRITY_V2 in document["@context"]:
        return document
    return {**document, "@context": [*document["@context"], DATA_INTEGRITY_V2]}


def refuse_wrong_credential(document: Json) -> None:
    """What 1.1 asks of every credential (§4): types, issuer, date of issue, subject."""
    kinds = document.get("type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if "VerifiableCredential" not in kinds or not all(isinstance(each, str) for each in kinds):
        raise _wrong("type")
    if ":" not in vc.issuer_of(document):
        raise _wrong("issuer")
    vc.moment(document.get("issuanceDate"), pointer="/issuanceDate")
    if not isinstance(document.get("credentialSubject"), dict | list):
        raise _wrong("credentialSubject")


def _wrong(name: str) -> vc.CredentialError:
    return vc.CredentialError("malformed", f"The {name} is missing or wrong.", pointer=f"/{name}")
