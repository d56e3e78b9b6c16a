"""One award's evidence and its view, made without a database; tests change a field at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from tequio.credentials.description import (
    AlignmentDescribed,
    AwardFacts,
    Description,
    OutcomeDescribed,
    OutcomeResult,
)
from tequio.credentials.evidence import Evidence, Method, Review, ReviewKind
from tequio.credentials.rules import assure
from tequio.credentials.values import CredentialId, CredentialState, CredentialView, OutcomeShown
from tequio.credentials.words import dimension_words, level_means, level_words

NOON = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)

PRACTISED = Evidence(
    passed=True,
    methods=(Method.SELECTED,),
    items_disjoint=True,
    items_reviewed=True,
    drawn_at_random=True,
    server_clock=True,
    blueprint=True,
    preview=False,
    reviews=(
        Review(ReviewKind.MACHINE, passed=True, by_name="tequio", at=NOON),
        Review(ReviewKind.SELF, passed=True, by_name="Leticia Ruiz", at=NOON),
    ),
    result_values=True,
    signed=True,
    on_status_list=True,
)

VIEW = CredentialView(
    id=CredentialId(UUID("3f0c1f6e-6a0e-4f5e-9a57-0d6f7c1b2a90")),
    code="7K3MPQ2RX4TB",
    state=CredentialState.VALID,
    revocation=None,
    demo=True,
    learner_name="María Fernanda Hernández Ixtlilxóchitl",
    title={"es": "Seguridad digital y datos personales", "en": "Staying safe online at work"},
    summary={"es": "Reconoce fraudes.", "en": "Spot frauds."},
    means={
        "es": "- Estudió tres módulos cortos y practicó con mensajes como los que llegan al trabajo.\n"
        "- Aprobó una comprobación final con reactivos que no había visto.\n"
        "- Reconoce un fraude, elige un **segundo factor** y decide qué compartir.",
        "en": "- Studied three short modules and practised.\n- Passed a final check of items not seen before.",
    },
    does_not_mean={
        "es": "- No es un título, un diploma ni una cédula profesional.\n"
        "- Nadie comprobó su identidad con un documento.\n- No acredita a quien administra sistemas.",
        "en": "- It is not a degree.\n- Nobody checked a document.",
    },
    outcomes=(
        OutcomeShown(
            "spot", {"es": "Reconoce un mensaje de fraude y decide qué hacer con él.", "en": "Spots."}, 4, 4
        ),
        OutcomeShown(
            "factor", {"es": "Elige y activa un segundo factor fuerte para una cuenta.", "en": "B"}, 3, 4
        ),
        OutcomeShown("share", {"es": "Decide qué datos personales comparte en el trabajo.", "en": "C"}, 4, 4),
    ),
    hours="PT1H",
    score="11/12",
    cut="3/4",
    level=assure(PRACTISED, as_of=NOON).level,
    level_words="L1",
    level_means="",
    vector=assure(PRACTISED, as_of=NOON),
    dimensions=(),
    issuer_name="Nodo Anáhuac",
    issuer_did="did:web:nodo-anahuac.example",
    language="es",
    issued_at=NOON,
    valid_until=None,
    course_key="digital-safety",
    registration=UUID(int=1),
    attempt=UUID(int=2),
    package_id="0" * 64,
    preview=False,
    zone="America/Mexico_City",
)


DESCRIPTION = Description(
    course_key=VIEW.course_key,
    title=VIEW.title,
    summary=VIEW.summary,
    means=VIEW.means,
    does_not_mean=VIEW.does_not_mean,
    assessment={"es": "- Doce reactivos de opción.", "en": "- Twelve closed items."},
    outcomes=tuple(
        OutcomeDescribed(
            outcome.key,
            outcome.statement,
            (
                AlignmentDescribed(
                    "http://data.europa.eu/esco/skill/1d6c7de4-350e-4868-a47b-333b4b0d9650",
                    {"en": "evaluate data", "es": "evaluar datos"},
                    "ESCO",
                    "1.2",
                ),
            ),
        )
        for outcome in VIEW.outcomes
    ),
    hours=VIEW.hours,
    package_id=VIEW.package_id,
    licence="CC-BY-4.0",
)

FACTS = AwardFacts(
    learner_name=VIEW.learner_name,
    language="es",
    zone=VIEW.zone,
    score=VIEW.score,
    cut=VIEW.cut,
    results=tuple(OutcomeResult(outcome.key, outcome.right, outcome.of) for outcome in VIEW.outcomes),
    finished_at=NOON,
    preview=False,
)


def view(**changes: Any) -> CredentialView:
    """The sample view with some fields changed, its words in the language now active."""
    told = replace(VIEW, **changes)
    return replace(
        told,
        dimensions=dimension_words(told.vector, PRACTISED),
        level_words=level_words(told.level),
        level_means=level_means(told.level),
    )
