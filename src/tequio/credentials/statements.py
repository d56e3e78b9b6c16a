"""What the ledger says of a credential: the learner was issued it, or had it revoked. No name, no level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio_standards import xapi
from tequio_standards.xapi import verbs

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from tequio.kit.words import Words

CREDENTIAL_TYPE = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential"
BATCH_TYPE = "https://w3id.org/tequio/activities/batch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What every statement says: about whom, which credential, in which enrolment."""

    id: UUID
    actor: xapi.Account
    iri: str
    title: Words
    registration: UUID
    language: str
    at: datetime
    type: str = CREDENTIAL_TYPE


def issued(told: Told) -> xapi.Statement:
    """The learner holds a signed document now."""
    return _statement(verbs.ISSUED, told)


def revoked(told: Told) -> xapi.Statement:
    """It does not stand any more; who revoked it and why is in the Revocation row."""
    return _statement(verbs.REVOKED, told)


def suspended(told: Told) -> xapi.Statement:
    """The issuer does not stand by it for now."""
    return _statement(verbs.SUSPENDED, told)


def reinstated(told: Told) -> xapi.Statement:
    """The issuer stands by it again."""
    return _statement(verbs.REINSTATED, told)


def _statement(verb: str, told: Told) -> xapi.Statement:
    return xapi.Statement(
        id=told.id,
        actor=told.actor,
        verb=verb,
        object=xapi.Activity(told.iri, told.type, told.title),
        timestamp=told.at,
        context=xapi.Context(registration=told.registration, language=told.language),
    )
