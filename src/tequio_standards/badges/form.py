"""Whether a signed document has the shape of an Open Badges 3.0 credential (VCDM 2.0 §4, OB 3.0 §B)."""

from typing import Any

from tequio_standards.vc import CredentialError, moment
from tequio_standards.vc.contexts import CREDENTIALS_V2

Json = dict[str, Any]  # Any: a credential is JSON that others extend

_ACHIEVEMENT = frozenset({"OpenBadgeCredential", "AchievementCredential"})
_ENDORSEMENT = "EndorsementCredential"


def refuse_wrong_form(document: Json) -> None:
    """Raise CredentialError (`not_open_badge`, `form_incomplete`) with a pointer; return for a complete credential."""
    refuse_wrong_envelope(document)
    kinds = types_of(document)
    if "VerifiableCredential" not in kinds or not (kinds & _ACHIEVEMENT or _ENDORSEMENT in kinds):
        raise CredentialError("not_open_badge", "It is not an Open Badges 3.0 credential.", pointer="/type")
    subject = one_object(document, "credentialSubject")
    if kinds & _ACHIEVEMENT:
        _refuse_subject(subject)
    else:
        _text(subject, "id", "/credentialSubject")


def types_of(node: Json) -> set[str]:
    """The node's types; texts only."""
    kinds = node.get("type", [])
    return {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}


def refuse_wrong_envelope(document: Json) -> None:
    """What every credential has, whatever it says: context, issuer, dates (VCDM 2.0 §4)."""
    contexts = document.get("@context")
    if not isinstance(contexts, list) or contexts[:1] != [CREDENTIALS_V2]:
        raise _incomplete("its first context is not Verifiable Credentials 2.0", "/@context")
    if "id" in document:
        _text(document, "id", "")
    issuer = document.get("issuer")
    if not isinstance(issuer, str):
        _text(one_object(document, "issuer"), "id", "/issuer")
    moment(document.get("validFrom"), pointer="/validFrom")
    for name in ("validUntil", "awardedDate"):
        if name in document:
            moment(document[name], pointer=f"/{name}")


def _refuse_subject(subject: Json) -> None:
    if "AchievementSubject" not in types_of(subject):
        raise _incomplete("its subject is not an AchievementSubject", "/credentialSubject/type")
    achievement = one_object(subject, "achievement", "/credentialSubject")
    where = "/credentialSubject/achievement"
    if "Achievement" not in types_of(achievement):
        raise _incomplete("its achievement is not an Achievement", f"{where}/type")
    for name in ("id", "name", "description"):
        _text(achievement, name, where)
    one_object(achievement, "criteria", where)


def one_object(node: Json, name: str, where: str = "") -> Json:
    """The one object under `name`; a list of one is one."""
    value = node.get(name)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict):
        raise _incomplete(f"{name} should be exactly one object", f"{where}/{name}")
    return value


def _text(node: Json, name: str, where: str) -> None:
    if not isinstance(node.get(name), str) or not node[name]:
        raise _incomplete(f"{name} is missing", f"{where}/{name}")


def _incomplete(detail: str, pointer: str) -> CredentialError:
    return CredentialError("form_incomplete", detail, pointer=pointer)
