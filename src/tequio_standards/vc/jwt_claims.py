"""What stands in a credential's JWT: the credential itself and the claims that repeat it, which must agree."""

from datetime import UTC, datetime
from typing import Any, Final

from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.moments import moment
from tequio_standards.vc.proofs import Json
from tequio_standards.vc.verifying import issuer_of

_CLAIMS: Final = frozenset({"iss", "sub", "aud", "exp", "nbf", "iat", "jti"})  # RFC 7519 §4.1
_LATEST: Final = 253_402_300_799  # the end of the year 9999


# Any, throughout: a payload is JSON that others extend.
def credential_in(payload: Any) -> tuple[Json, Json]:
    """The credential and its claims; CredentialError `malformed` when two of them disagree (OB 3.0 §8.2.4.1)."""
    if not isinstance(payload, dict):
        raise CredentialError("malformed", "The payload of the JWT is not an object.")
    claims = {name: value for name, value in payload.items() if name in _CLAIMS}
    document = {name: value for name, value in payload.items() if name not in _CLAIMS}
    if "vc" in document:  # the way of version 1.1
        if len(document) > 1 or not isinstance(document["vc"], dict):
            raise CredentialError("malformed", "The JWT holds a credential in two forms.")
        document = document["vc"]
    if "proof" in document:
        raise CredentialError(
            "malformed", "The credential is signed in two ways, so it is unclear which counts."
        )
    _refuse_disagreement(claims, document)
    return document, claims


def signed_at(claims: Json) -> datetime | None:
    """When the JWT says that it was signed."""
    stamp = claims.get("iat", claims.get("nbf"))
    return None if stamp is None else _moment(stamp, "iat")


def _refuse_disagreement(claims: Json, document: Json) -> None:
    said = {
        "iss": issuer_of(document) or None,
        "jti": document.get("id"),
        "sub": _subject(document),
    }
    for name, value in said.items():
        if name in claims and claims[name] != value:
            raise _disagrees(name)
    for name, term in (("nbf", "validFrom"), ("exp", "validUntil")):
        if name in claims and not _same_moment(
            claims[name], document.get(term, _first_version(document, term))
        ):
            raise _disagrees(name)


def _first_version(document: Json, term: str) -> Any:
    return document.get({"validFrom": "issuanceDate", "validUntil": "expirationDate"}[term])


def _subject(document: Json) -> Any:
    subject = document.get("credentialSubject")
    if isinstance(subject, list) and len(subject) == 1:
        subject = subject[0]
    return subject.get("id") if isinstance(subject, dict) else None


def _same_moment(claim: Any, text: Any) -> bool:
    """A NumericDate has whole seconds or fractions; the credential's text is the finer one."""
    said = _moment(claim, "nbf")
    return text is not None and moment(text).replace(microsecond=0) == said.replace(microsecond=0)


def _moment(claim: Any, name: str) -> datetime:
    if isinstance(claim, bool) or not isinstance(claim, int | float) or not 0 <= claim <= _LATEST:
        raise CredentialError("malformed", f"The claim “{name}” of the JWT is not a moment in time.")
    return datetime.fromtimestamp(claim, UTC)


def _disagrees(name: str) -> CredentialError:
    return CredentialError(
        "malformed", f"The claim “{name}” of the JWT and the credential say different things."
    )
