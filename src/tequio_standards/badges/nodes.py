"""The nodes inside an Open Badge. Each has an address of its own, so that nothing is a blank node when signed."""

from typing import Any

from tequio_standards.badges.spec import (
    AchievementSpec,
    AlignmentSpec,
    AssuranceSpec,
    EvidenceSpec,
    ProfileSpec,
    ResultSpec,
)
from tequio_standards.vc import moment_text

Json = dict[str, Any]  # Any: the document is JSON


def prune(value: Any) -> Any:
    """Leave out what is empty: nothing is ever signed as a null or an empty text."""
    if isinstance(value, dict):
        pruned = {key: prune(child) for key, child in value.items()}
        return {key: child for key, child in pruned.items() if child not in (None, "", [], {})}
    if isinstance(value, list):
        return [prune(child) for child in value]
    return value


def profile(spec: ProfileSpec) -> Json:
    """OB 3.0 §B.1.18 Profile."""
    return {
        "id": spec.id,
        "type": ["Profile"],
        "name": spec.name,
        "url": spec.url,
        "description": spec.description,
        "email": spec.email,
        "image": {"id": spec.image, "type": "Image"} if spec.image else None,
        "address": _address(spec),
    }


def achievement(spec: AchievementSpec, results: tuple[ResultSpec, ...]) -> Json:
    """OB 3.0 §B.1.2 Achievement, with our own terms for hours, form and quality."""
    return {
        "id": spec.id,
        "type": ["Achievement"],
        "name": spec.name,
        "description": spec.description,
        "achievementType": spec.achievement_type,
        "inLanguage": spec.language,
        "version": spec.version,
        "fieldOfStudy": spec.field_of_study,
        "image": {"id": spec.image, "type": "Image"} if spec.image else None,
        "creator": profile(spec.creator) if spec.creator else None,
        "criteria": {"id": f"{spec.id}#criteria", "narrative": spec.criteria},
        "alignment": [_alignment(spec.id, num, each) for num, each in enumerate(spec.alignments, 1)],
        "tag": list(spec.tags),
        "resultDescription": [_result_description(spec.id, each) for each in results],
        "notionalHours": spec.hours,
        "participationForm": spec.participation,
        "assessmentType": spec.assessment_type,
        "qualityAssurance": spec.quality_assurance,
        "prerequisites": spec.prerequisites,
        "stackability": spec.stackability,
    }


def results(credential: str, achievement_id: str, specs: tuple[ResultSpec, ...]) -> list[Json]:
    """OB 3.0 §B.1.22 Result, each pointing at its description."""
    return [
        {
            "id": f"{credential}#result-{spec.key}",
            "type": ["Result"],
            "resultDescription": _described(achievement_id, spec),
            "value": spec.value,
            "status": spec.status,
        }
        for spec in specs
    ]


def evidence(spec: EvidenceSpec) -> Json:
    """OB 3.0 §B.1.9 Evidence."""
    return {
        "id": spec.id,
        "type": ["Evidence"],
        "name": spec.name,
        "description": spec.description,
        "narrative": spec.narrative,
        "genre": spec.genre,
        "audience": spec.audience,
    }


def assurance(credential: str, spec: AssuranceSpec) -> Json:
    """Our AssuranceVector: seven dimensions as whole numbers, the level, and the table they were read from."""
    return {
        "id": f"{credential}#assurance",
        "type": "AssuranceVector",
        "level": spec.level,
        "identity": spec.identity,
        "supervision": spec.supervision,
        "assessment": spec.assessment,
        "measurement": spec.measurement,
        "quality": spec.quality,
        "evidenceStore": spec.evidence,
        "trust": spec.trust,
        "asOf": moment_text(spec.as_of),
        "tableDigest": spec.table_digest,
    }


def _address(spec: ProfileSpec) -> Json | None:
    if not spec.country:
        return None
    return {"id": f"{spec.id}#address", "type": ["Address"], "addressCountryCode": spec.country}


def _alignment(achievement_id: str, num: int, spec: AlignmentSpec) -> Json:
    return {
        "id": spec.id or f"{achievement_id}#alignment-{num}",
        "type": ["Alignment"],
        "targetName": spec.target_name,
        "targetUrl": spec.target_url,
        "targetFramework": spec.target_framework,
        "targetCode": spec.target_code,
        "targetDescription": spec.target_description,
        "targetType": spec.target_type,
    }


def _described(achievement_id: str, spec: ResultSpec) -> str:
    return f"{achievement_id}#result-{spec.key}"


def _result_description(achievement_id: str, spec: ResultSpec) -> Json:
    return {
        "id": _described(achievement_id, spec),
        "type": ["ResultDescription"],
        "name": spec.name,
        "resultType": spec.result_type,
        "valueMin": spec.value_min,
        "valueMax": spec.value_max,
        "requiredValue": spec.required_value,
    }
