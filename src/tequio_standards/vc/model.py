"""The shape of any verifiable credential or presentation (VCDM 2.0 §4): what an issuer or verifier for all must refuse.

Open Badges are stricter (`badges.form`); whether every term is defined is seen when the document is canonicalised.
"""

import re
from typing import Any, Final

from tequio_standards.vc.contexts import CREDENTIALS_V2
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.moments import moment
from tequio_standards.vc.proofs import Json

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]+\Z")
_VALUE_OBJECT: Final = frozenset({"@value", "@language", "@direction"})
_ENVELOPES: Final = {
    "EnvelopedVerifiableCredential": "data:application/vc",
    "EnvelopedVerifiablePresentation": "data:application/vp",
}


def refuse_wrong_credential(document: Json) -> None:
    """CredentialError `malformed` with a pointer for what is no verifiable credential."""
    _refuse_envelope(document, "VerifiableCredential", "")
    _refuse_party(document, "issuer", required=True)
    _refuse_subjects(document.get("credentialSubject"))
    _refuse_dates(document)
    for name, must_have_id in _TYPED.items():
        for pointer, node in _nodes(document, name):
            _refuse_typed(node, pointer, must_have_id=must_have_id)
    _refuse_words(document, "")
    _refuse_words(document.get("issuer"), "/issuer")


def refuse_wrong_presentation(document: Json) -> None:
    """CredentialError `malformed` with a pointer for what is no verifiable presentation (§4.13)."""
    _refuse_envelope(document, "VerifiablePresentation", "")
    _refuse_party(document, "holder", required=False)
    for pointer, node in _nodes(document, "proof"):
        _refuse_typed(node, pointer, must_have_id=False)
    for pointer, node in _nodes(document, "verifiableCredential"):
        _refuse_presented(node, pointer)


_TYPED: Final = {
    "credentialStatus": False,
    "credentialSchema": True,
    "evidence": False,
    "refreshService": False,
    "termsOfUse": False,
    "proof": False,
}


def _refuse_presented(node: Json, pointer: str) -> None:
    kinds = _types(node, pointer)
    for kind, prefix in _ENVELOPES.items():
        if kind in kinds:
            if not str(node.get("id", "")).startswith(prefix):
                raise _wrong("An enveloped credential carries it in its id.", f"{pointer}/id")
            return
    refuse_wrong_credential(node)


def _refuse_envelope(document: Json, kind: str, pointer: str) -> None:
    contexts = document.get("@context")
    if not isinstance(contexts, list) or contexts[:1] != [CREDENTIALS_V2]:
        raise _wrong("The first context is not Verifiable Credentials 2.0.", "/@context")
    if not all(isinstance(each, dict) or _is_url(each) for each in contexts):
        raise _wrong("A context is neither an address nor an object.", "/@context")
    if kind not in _types(document, pointer):
        raise _wrong(f"It is not a {kind}.", "/type")
    _refuse_id(document, "")


def _refuse_party(document: Json, name: str, *, required: bool) -> None:
    party = document.get(name)
    if party is None and not required and name not in document:
        return
    named = party.get("id") if isinstance(party, dict) else party
    if not _is_url(named):
        raise _wrong(f"The {name} is not an address, nor an object with one.", f"/{name}")


def _refuse_subjects(subject: Any) -> None:
    subjects = subject if isinstance(subject, list) else [subject]
    if not subjects or not all(isinstance(each, dict) and each for each in subjects):
        raise _wrong("The subject says nothing.", "/credentialSubject")
    for each in subjects:
        _refuse_id(each, "/credentialSubject")


def _refuse_dates(document: Json) -> None:
    dates = {
        name: moment(document[name], pointer=f"/{name}")
        for name in ("validFrom", "validUntil")
        if name in document
    }
    if len(dates) == 2 and dates["validUntil"] < dates["validFrom"]:
        raise _wrong("It ends before it begins.", "/validUntil")


def _refuse_typed(node: Json, pointer: str, *, must_have_id: bool) -> None:
    _types(node, pointer)
    _refuse_id(node, pointer)
    if must_have_id and "id" not in node:
        raise _wrong("An id is missing.", f"{pointer}/id")


def _refuse_words(node: Any, where: str) -> None:
    """§4.6: a text, or value objects with language and direction and nothing else."""
    if not isinstance(node, dict):
        return
    for name in ("name", "description"):
        value = node.get(name, "")
        for each in value if isinstance(value, list) else [value]:
            if not isinstance(each, str) and not _is_value_object(each):
                raise _wrong(f"The {name} is neither a text nor one in a language.", f"{where}/{name}")


def _is_value_object(value: Any) -> bool:
    return isinstance(value, dict) and "@value" in value and value.keys() <= _VALUE_OBJECT


def _refuse_id(node: Json, pointer: str) -> None:
    if "id" in node and not _is_url(node["id"]):
        raise _wrong("An id is not one address.", f"{pointer}/id")


def _types(node: Json, pointer: str) -> list[str]:
    kinds = node.get("type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if not kinds or not all(isinstance(kind, str) and kind for kind in kinds):
        raise _wrong("The type is missing.", f"{pointer}/type")
    return kinds


def _nodes(document: Json, name: str) -> list[tuple[str, Json]]:
    value = document.get(name, [])
    members = value if isinstance(value, list) else [value]
    if not all(isinstance(member, dict) for member in members):
        raise _wrong(f"{name} is not an object.", f"/{name}")
    return [(f"/{name}/{num}", member) for num, member in enumerate(members)]


# Any: JSON of others.
def _is_url(value: Any) -> bool:
    return isinstance(value, str) and bool(_URL.match(value))


def _wrong(message: str, pointer: str) -> CredentialError:
    return CredentialError("malformed", message, pointer=pointer)
