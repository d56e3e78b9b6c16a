"""Signing by template: the same bytes as the general path, for the price of a hash and a signature."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from tequio_standards.badges.holes import HoleKind, admit
from tequio_standards.badges.template import Template
from tequio_standards.vc import Contexts, CredentialError, Signer, moment_text
from tequio_standards.vc.multibase import multibase58
from tequio_standards.vc.proofs import options_digest, proof_options

_SIGNATURE_BYTES: Final = 64


@dataclass(frozen=True, slots=True)
class SignedValues:
    """A signed credential in its short form: what is kept of it, beside the template that everybody shares."""

    template: str
    values: tuple[str, ...]
    method: str
    created: str
    signature: bytes


class TemplateSigner:
    """One template, one key, one second: all that a batch has in common is worked out once."""

    def __init__(
        self,
        template: Template,
        *,
        key: Signer,
        verification_method: str,
        created: datetime,
        contexts: Contexts | None = None,
    ) -> None:
        self.template = template
        self._key = key
        self._method, self._created = verification_method, moment_text(created)
        options = proof_options(verification_method=verification_method, created=created)
        self._options = options_digest(options, context=template.pattern["@context"], contexts=contexts)
        self._addressed = any(hole.kind is HoleKind.ADDRESS for hole in template.holes)

    def sign(self, values: Sequence[str]) -> SignedValues:
        """Sign what the template says with `values`, which are brought to NFC first."""
        template = self.template
        admitted = admit(template.holes, values)
        if self._addressed:
            _refuse_second_description(template, admitted)
        digest = hashlib.sha256(template.quads(admitted)).digest()
        signature = self._key.sign(self._options + digest)
        return SignedValues(template.id, admitted, self._method, self._created, signature)


def render(template: Template, signed: SignedValues) -> bytes:
    """The credential as it is given away; the same bytes every time."""
    if signed.template != template.id or len(signed.signature) != _SIGNATURE_BYTES:
        raise CredentialError("malformed", "The values belong to another template.")
    # Written by hand in `json.dumps`' layout, one level deep: a dump of the whole would cost ten times the signature.
    proof = _PROOF % (signed.created, json.dumps(signed.method), multibase58(signed.signature))
    return template.text(signed.values, proof)


_PROOF: Final = """{
  "type": "DataIntegrityProof",
  "cryptosuite": "eddsa-rdfc-2022",
  "created": "%s",
  "verificationMethod": %s,
  "proofPurpose": "assertionMethod",
  "proofValue": "%s"
 }"""


def _refuse_second_description(template: Template, values: Sequence[str]) -> None:
    """The general path refuses a credential that describes itself in two places; so must this one."""
    document = template.document(values)
    if _ids(document).count(document["id"]) > 1:
        raise CredentialError("unsigned_data", "Another node has the credential's own address.")


# Any: a credential is JSON that others extend.
def _ids(value: Any) -> list[Any]:
    if isinstance(value, dict):
        own = [value["id"]] if "id" in value else []
        return own + [each for child in value.values() for each in _ids(child)]
    return [each for child in value for each in _ids(child)] if isinstance(value, list) else []
