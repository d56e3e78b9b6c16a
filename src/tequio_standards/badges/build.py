"""Open Badges 3.0 documents from specs: every node has an IRI, every term is defined, every text is NFC."""

import unicodedata
from typing import Any, Final

from tequio_standards.badges.nodes import achievement, assurance, evidence, profile, prune, results
from tequio_standards.badges.spec import (
    AchievementCredentialSpec,
    AchievementSpec,
    EndorsementCredentialSpec,
    ResultSpec,
    StatusSpec,
)
from tequio_standards.vc import moment_text
from tequio_standards.vc.contexts import CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES_EXTENSIONS, TEQUIO_V1
from tequio_standards.vc.status import status_entry

CONTEXTS: Final = (CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES_EXTENSIONS, TEQUIO_V1)
SCHEMA: Final = (
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
)

Json = dict[str, Any]  # Any: the document is JSON


def build_credential(spec: AchievementCredentialSpec) -> Json:
    """The unsigned AchievementCredential (OB 3.0 §B.1.1)."""
    document = {
        "@context": list(CONTEXTS),
        "id": spec.id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": spec.name or spec.achievement.name,
        "description": spec.description,
        "image": _image(spec.image),
        "issuer": profile(spec.issuer),
        "validFrom": moment_text(spec.valid_from),
        "validUntil": moment_text(spec.valid_until) if spec.valid_until else "",
        "awardedDate": moment_text(spec.awarded_at) if spec.awarded_at else "",
        "credentialSubject": _subject(spec),
        "evidence": [evidence(each) for each in spec.evidence],
        "assurance": assurance(spec.id, spec.assurance) if spec.assurance else None,
        "demonstration": spec.demonstration or None,
        "supersedes": spec.supersedes,
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}] if spec.schema else [],
        "credentialStatus": status_of(spec.status),
    }
    signed: Json = normalised(prune(document))
    return signed


def build_achievement(spec: AchievementSpec, results: tuple[ResultSpec, ...] = ()) -> Json:
    """The Achievement by itself, to publish at its own address."""
    node: Json = normalised(prune(achievement(spec, results)))
    return {"@context": list(CONTEXTS), **node}


def build_endorsement(spec: EndorsementCredentialSpec) -> Json:
    """The unsigned EndorsementCredential (OB 3.0 §B.1.10)."""
    document = {
        "@context": list(CONTEXTS),
        "id": spec.id,
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": spec.name,
        "description": spec.description,
        "issuer": profile(spec.issuer),
        "validFrom": moment_text(spec.valid_from),
        "validUntil": moment_text(spec.valid_until) if spec.valid_until else "",
        "awardedDate": moment_text(spec.awarded_at) if spec.awarded_at else "",
        "credentialSubject": {
            "id": spec.endorsed_id,
            "type": ["EndorsementSubject"],
            "endorsementComment": spec.comment,
        },
        "demonstration": spec.demonstration or None,
        "credentialStatus": status_of(spec.status),
    }
    signed: Json = normalised(prune(document))
    return signed


def _subject(spec: AchievementCredentialSpec) -> Json:
    return {
        "id": spec.subject_id,
        "type": ["AchievementSubject"],
        "name": spec.subject_name,
        "source": profile(spec.source) if spec.source else None,
        "achievement": achievement(spec.achievement, spec.results),
        "result": results(spec.id, spec.achievement.id, spec.results),
    }


def _image(url: str) -> Json | None:
    return {"id": url, "type": "Image"} if url else None


def status_of(places: tuple[StatusSpec, ...]) -> Any:
    """One entry by itself, several as a list."""
    entries = [status_entry(url=place.url, index=place.index, purpose=place.purpose) for place in places]
    return entries[0] if len(entries) == 1 else entries


def normalised(value: Any) -> Any:
    """NFC and no control characters: the same name typed on two machines must sign alike."""
    if isinstance(value, dict):
        return {key: normalised(child) for key, child in value.items()}
    if isinstance(value, list):
        return [normalised(child) for child in value]
    return clean_text(value) if isinstance(value, str) else value


def clean_text(text: str) -> str:
    """NFC, without controls (newline and tab stay), lone surrogates and characters that are none."""
    kept = (letter for letter in unicodedata.normalize("NFC", text) if _is_text(letter))
    return "".join(kept)


def _is_text(letter: str) -> bool:
    if letter in "\n\t":
        return True
    return unicodedata.category(letter) not in ("Cc", "Cs") and ord(letter) & 0xFFFE != 0xFFFE
