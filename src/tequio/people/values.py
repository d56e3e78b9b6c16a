"""What the people wall says to others: who someone is, what they hold, what the house guards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

OrganisationId = NewType("OrganisationId", UUID)
PersonId = NewType("PersonId", UUID)
ORGANISATION_KEY = re.compile(
    r"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?"
)  # stands in addresses and in the issuer's DID


class Role(StrEnum):
    """For what someone acts in an organisation, or in one run of it."""

    LEARNER = "learner"
    AUTHOR = "author"
    TEACHER = "teacher"
    REVIEWER = "reviewer"
    FACILITATOR = "facilitator"
    OFFICER = "officer"
    OPERATOR = "operator"


class Action(StrEnum):
    """Every guarded act in the house; `people.rules` says who may. An act missing there is nobody's."""

    COURSE_ENROL = "course.enrol"
    COURSE_IMPORT = "course.import"
    COURSE_PUBLISH = "course.publish"
    COURSE_REVIEW = "course.review"
    RUN_FOLLOW = "run.follow"
    ENROLMENT_READ = "enrolment.read"
    ENROLMENT_STUDY = "enrolment.study"
    BANK_READ = "bank.read"
    BANK_WRITE = "bank.write"
    ITEM_REVIEW = "item.review"
    PAPER_WRITE = "paper.write"
    ATTEMPT_START = "attempt.start"
    ATTEMPT_ANSWER = "attempt.answer"
    ATTEMPT_READ = "attempt.read"
    CREDENTIAL_ISSUE = (
        "credential.issue"  # for results from elsewhere; of a course here, nobody issues by hand
    )
    CREDENTIAL_REVOKE = "credential.revoke"
    ENDORSEMENT_SIGN = "endorsement.sign"
    RECORD_READ = "record.read"
    RECORD_ERASE = "record.erase"
    PERSON_FIND = "person.find"
    PERSON_VOUCH = "person.vouch"
    CARD_READ = "card.read"
    CARD_PRINT = "card.print"
    CARD_REISSUE = "card.reissue"
    SECRET_CHOOSE = "secret.choose"  # noqa: S105 - a name, not a secret
    ROLE_GRANT = "role.grant"
    HUB_OPERATE = "hub.operate"


@dataclass(frozen=True, slots=True)
class Grant:
    """One role in one organisation; in one run of it when `run` is given; until `expires_at` when given."""

    role: Role
    organisation: OrganisationId
    run: UUID | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a person with the grants that hold now, or nobody."""

    person: PersonId | None
    organisation: OrganisationId | None
    grants: tuple[Grant, ...]
    language: str

    @classmethod
    def nobody(cls, language: str = "es") -> Actor:
        return cls(person=None, organisation=None, grants=(), language=language)

    @property
    def is_known(self) -> bool:
        return self.person is not None

    def has(self, role: Role) -> bool:
        """Whether the actor holds `role` anywhere: for menus, never for guarding (that is `api.require`)."""
        return any(grant.role is role for grant in self.grants)


@dataclass(frozen=True, slots=True)
class OrganisationInfo:
    """A university, ministry, NGO or employer on this hub."""

    id: OrganisationId
    key: str
    name: str
    country: str
    zone: str
    simulated: bool
    language: str = "es"


@dataclass(frozen=True, slots=True)
class PersonInfo:
    """A person as others may see them. `code` is grouped for reading aloud, such as 7K3M-9QXT."""

    id: PersonId
    organisation: OrganisationId
    code: str
    name: str
    language: str
    email: str
    identity_level: int
    joined_at: datetime | None = None
    has_pin: bool = False  # the secret they chose is digits only

    @property
    def code_tail(self) -> str:
        return self.code[-4:]


@dataclass(frozen=True, slots=True)
class Card:
    """What is printed: the code, and the card's secret when it has just been made (it is shown once)."""

    person: PersonId
    code: str
    name: str
    secret: str | None


@dataclass(frozen=True, slots=True)
class CardReissueInfo:
    """One line of the reissue log: whose card, by whom, when, why."""

    person: PersonId
    by: PersonId
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many people an organisation has, and how many of them hold each role."""

    people: int
    by_role: Mapping[Role, int]


@dataclass(frozen=True, slots=True)
class HeldGrant:
    """A role that someone holds now; in one run when `run` is given; until `expires_at` when given."""

    person: PersonInfo
    role: Role
    run: UUID | None
    granted_at: datetime
    expires_at: datetime | None
