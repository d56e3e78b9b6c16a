"""The verbs of the house: a table. ADL's own IRIs where they exist, else ours, which belong to no single hub."""

from __future__ import annotations

from dataclasses import dataclass

ADL = "http://adlnet.gov/expapi/verbs/"
TEQUIO = "https://w3id.org/tequio/verbs/"

OPENED = ADL + "experienced"
STARTED = ADL + "initialized"
ANSWERED = ADL + "answered"
FINISHED = ADL + "completed"
PASSED = ADL + "passed"
FAILED = ADL + "failed"
ENROLLED = ADL + "registered"
MASTERED = ADL + "mastered"
VOIDED = ADL + "voided"
HINTED = TEQUIO + "hinted"
REVEALED = TEQUIO + "revealed"
SAVED = TEQUIO + "saved"
SUBMITTED = TEQUIO + "submitted"
TIMED_OUT = TEQUIO + "timed-out"
ISSUED = TEQUIO + "issued"
REVOKED = TEQUIO + "revoked"
SUSPENDED = TEQUIO + "suspended"
REINSTATED = TEQUIO + "reinstated"
REVIEWED = TEQUIO + "reviewed"
PUBLISHED = TEQUIO + "published"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its IRI and how it reads in a sentence."""

    iri: str
    en: str
    es: str


VERBS = {
    verb.iri: verb
    for verb in (
        Verb(OPENED, "opened", "abrió"),
        Verb(STARTED, "started", "comenzó"),
        Verb(ANSWERED, "answered", "respondió"),
        Verb(FINISHED, "finished", "terminó"),
        Verb(PASSED, "passed", "aprobó"),
        Verb(FAILED, "did not pass", "no aprobó"),
        Verb(ENROLLED, "enrolled in", "se inscribió en"),
        Verb(MASTERED, "mastered", "logró"),
        Verb(VOIDED, "voided", "anuló"),
        Verb(HINTED, "took a hint on", "pidió una pista de"),
        Verb(REVEALED, "revealed the answer of", "vio la respuesta de"),
        Verb(SAVED, "saved an answer to", "guardó una respuesta de"),
        Verb(SUBMITTED, "submitted", "entregó"),
        Verb(TIMED_OUT, "ran out of time on", "agotó el tiempo de"),
        Verb(ISSUED, "was issued", "recibió"),
        Verb(REVOKED, "had revoked", "perdió"),
        Verb(SUSPENDED, "had suspended", "tiene en pausa"),
        Verb(REINSTATED, "got back", "recuperó"),
        Verb(REVIEWED, "reviewed", "revisó"),
        Verb(PUBLISHED, "published", "publicó"),
    )
}
