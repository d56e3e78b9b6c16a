"""What the throw-away VC-API answers (VC API 0.3): a request's path and bytes to a status and JSON; no network here.

201 issued · 200 verified, or a list · 400 refused, with `errors` · 404, 405 as everywhere. A verifier for all takes any
credential of the data model, so inline contexts and the contexts of published examples are let in here and nowhere else.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tequio.site.conformance import v1
from tequio.site.conformance.lists import PURPOSES, Lists
from tequio.site.conformance.resources import refuse_unchecked_resources, refuse_wrong_resources
from tequio_standards import vc
from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc.model import refuse_wrong_credential, refuse_wrong_presentation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

KEY: Final = vc.generate(hashlib.sha256(b"a key that everybody knows: for conformance only").digest())
DID: Final = vc.did_key(KEY.public)
METHOD: Final = vc.did_key_method(KEY.public)
MOST_BYTES: Final = 1_000_000
_EXAMPLES: Final = {
    "https://www.w3.org/ns/credentials/examples/v2": (
        b'{"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}'
    )
}

Json = dict[str, Any]  # Any: credentials are JSON


@dataclass(frozen=True, slots=True)
class Reply:
    """A status and what is said with it."""

    status: int
    body: Json = field(default_factory=dict)


class Desk:
    """One issuer and verifier, reached at `address`; its status lists lie below it. `contexts`: more of them."""

    def __init__(self, address: str, contexts: Mapping[str, bytes] | None = None) -> None:
        self._lists = Lists(address)
        self._contexts = vc.pinned().with_more({**_EXAMPLES, **(contexts or {})}).with_inline()
        self._posts: dict[str, Callable[[Json, datetime], Reply]] = {
            "/credentials/issue": self._issue,
            "/jcs/credentials/issue": self._issue_jcs,
            "/credentials/verify": self._verify,
            "/credentials/status": self._put_status,
            "/presentations/verify": self._verify_presentation,
        }

    def answer(self, method: str, path: str, body: bytes, *, now: datetime) -> Reply:
        """The reply to one request."""
        purpose = path.removeprefix("/status/")
        if path.startswith("/status/") and purpose in PURPOSES:
            return self._list(purpose, now) if method == "GET" else _wrong_method("GET")
        if path not in self._posts:
            return refusal(404, "not_found", "There is nothing at this address.")
        if method != "POST":
            return _wrong_method("POST")
        try:
            return self._posts[path](_object(load_json(body, max_bytes=MOST_BYTES)), now)
        except (vc.CredentialError, StrictError) as refused:
            return refusal(400, refused.code, refused.message)

    def _issue(self, asked: Json, now: datetime) -> Reply:
        return self._issued(asked, now, vc.RDFC)

    def _issue_jcs(self, asked: Json, now: datetime) -> Reply:
        return self._issued(asked, now, vc.JCS)

    def _issued(self, asked: Json, now: datetime, suite: str) -> Reply:
        document, options = _object(asked.get("credential")), asked.get("options") or {}
        if document.get("issuer") is None and "issuer" not in document:
            document = {**document, "issuer": DID}
        document = v1.with_proof_context(document)
        _refuse_wrong(document)
        if vc.issuer_of(document) != DID:
            raise vc.CredentialError("issuer_binding", "Only the issuer's own credentials are signed here.")
        if _object(options).get("credentialStatus"):
            document = {**document, "credentialStatus": self._lists.entries_for(document)}
        vc.canonicalise(without_direction(document), contexts=self._contexts)  # JCS itself looks at no term
        return Reply(201, self._sign(document, now, suite))

    def _sign(self, document: Json, now: datetime, suite: str = vc.RDFC) -> Json:
        return vc.sign(
            document,
            key=KEY,
            verification_method=METHOD,
            created=now.replace(microsecond=0),
            cryptosuite=suite,
            contexts=self._contexts,
        )

    def _verify(self, asked: Json, now: datetime) -> Reply:
        self._refuse_credential(_object(asked.get("verifiableCredential")), now)
        return Reply(200, {"checks": ["proof"], "warnings": [], "errors": [], "verified": True})

    def _refuse_credential(self, document: Json, now: datetime) -> None:
        _refuse_wrong(document)
        refuse_unchecked_resources(document)
        result = vc.verify_proof(document, resolve=_resolve, contexts=self._contexts)
        if result.status != "ok":
            raise vc.CredentialError(result.code, result.message)
        if not result.issuer_bound:
            raise vc.CredentialError("issuer_binding", "Another one's key signed in the issuer's name.")
        if "validUntil" in document and vc.moment(document["validUntil"]) < now:
            raise vc.CredentialError("expired", "Its time is over.")
        if raised := self._lists.raised(document):
            raise vc.CredentialError("revoked", f"A bit is raised: {raised}.")

    def _verify_presentation(self, asked: Json, now: datetime) -> Reply:
        document, options = _object(asked.get("verifiablePresentation")), _object(asked.get("options") or {})
        refuse_wrong_presentation(document)
        challenge, domain = options.get("challenge"), options.get("domain")
        result = vc.verify_proof(
            document, resolve=_resolve, contexts=self._contexts, purpose="authentication"
        )
        if result.status != "ok":
            raise vc.CredentialError(result.code, result.message)
        proofs = document["proof"] if isinstance(document["proof"], list) else [document["proof"]]
        if any((each.get("challenge"), each.get("domain")) != (challenge, domain) for each in proofs):
            raise vc.CredentialError("holder_not_proved", "The challenge or the domain is another one.")
        presented = document.get("verifiableCredential", [])
        for each in presented if isinstance(presented, list) else [presented]:
            self._refuse_credential(each, now)
        return Reply(200, {"checks": ["proof"], "warnings": [], "errors": [], "verified": True})

    def _put_status(self, asked: Json, _now: datetime) -> Reply:
        said, credential = _object(asked.get("credentialStatus")), str(asked.get("credentialId", ""))
        raised = asked.get("status", True) is True
        if not self._lists.put(credential, str(said.get("statusPurpose")), raised=raised):
            return refusal(404, "not_found", "No such credential was issued with a status here.")
        return Reply(200)

    def _list(self, purpose: str, now: datetime) -> Reply:
        signed = self._lists.credential(
            purpose, issuer=DID, sign=lambda document: self._sign(document, now), now=now
        )
        return Reply(200, signed)


def refusal(status: int, code: str, message: str) -> Reply:
    """An error in the form of VC API: `errors` is a list of problems."""
    return Reply(status, {"verified": False, "errors": [{"code": code, "title": code, "detail": message}]})


def without_direction(value: Any) -> Any:
    """A copy without the directions of texts, which JSON-LD knows and RDF does not."""
    if isinstance(value, list):
        return [without_direction(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: without_direction(each)
        for name, each in value.items()
        if name != "@direction" or "@value" not in value
    }


def _wrong_method(right: str) -> Reply:
    return refusal(405, "method_not_allowed", f"Only {right} is answered here.")


def _refuse_wrong(document: Json) -> None:
    """Either version of the data model, each by its own rules."""
    refuse = v1.refuse_wrong_credential if v1.is_v1(document) else refuse_wrong_credential
    refuse(document)
    refuse_wrong_resources(document)


def _resolve(method: str) -> vc.PublicKey | None:
    return vc.resolve(method, {})


# Any: JSON of others.
def _object(value: Any) -> Json:
    if not isinstance(value, dict):
        raise vc.CredentialError("malformed", "A JSON object is expected.")
    return value
