"""The one policy of the house: which role may do what, where. Whatever is not written here is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.people.values import Action, Role

if TYPE_CHECKING:
    from uuid import UUID

    from tequio.people.values import Actor, OrganisationId, PersonId

AUTHOR, TEACHER, REVIEWER = Role.AUTHOR, Role.TEACHER, Role.REVIEWER
FACILITATOR, OFFICER, OPERATOR = Role.FACILITATOR, Role.OFFICER, Role.OPERATOR


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may: these roles where they hold; the owner as well, or never the owner; or anyone who is known."""

    roles: frozenset[Role] = frozenset()
    owner_may: bool = False
    owner_never: bool = False
    known: bool = False


def _roles(*roles: Role, owner: bool = False, never_owner: bool = False) -> Rule:
    return Rule(frozenset(roles), owner_may=owner, owner_never=never_owner)


# "Owner" is whose thing it is: a learner's attempt, a person's card, an author's course.
POLICY: dict[Action, Rule] = {
    Action.COURSE_ENROL: Rule(known=True),
    Action.COURSE_IMPORT: _roles(AUTHOR, OPERATOR),
    Action.COURSE_PUBLISH: _roles(AUTHOR, OPERATOR),
    Action.COURSE_REVIEW: _roles(REVIEWER, never_owner=True),
    Action.RUN_FOLLOW: _roles(TEACHER, FACILITATOR),
    Action.ENROLMENT_READ: _roles(TEACHER, FACILITATOR, owner=True),
    Action.ENROLMENT_STUDY: _roles(owner=True),
    Action.BANK_READ: _roles(AUTHOR, REVIEWER),
    Action.BANK_WRITE: _roles(AUTHOR, OPERATOR),
    Action.ITEM_REVIEW: _roles(REVIEWER, never_owner=True),
    Action.PAPER_WRITE: _roles(AUTHOR, OPERATOR),
    Action.ATTEMPT_START: _roles(owner=True),
    Action.ATTEMPT_ANSWER: _roles(owner=True),
    Action.ATTEMPT_READ: _roles(TEACHER, owner=True),
    Action.CREDENTIAL_ISSUE: _roles(OFFICER),
    Action.CREDENTIAL_REVOKE: _roles(OFFICER),
    Action.ENDORSEMENT_SIGN: _roles(OFFICER),
    Action.RECORD_READ: _roles(OPERATOR),
    Action.RECORD_ERASE: _roles(OPERATOR),
    Action.PERSON_FIND: _roles(FACILITATOR, OPERATOR),
    Action.PERSON_VOUCH: _roles(FACILITATOR, never_owner=True),
    Action.CARD_READ: _roles(owner=True),
    Action.CARD_PRINT: _roles(owner=True),
    Action.CARD_REISSUE: _roles(FACILITATOR, OPERATOR, never_owner=True),
    Action.SECRET_CHOOSE: _roles(owner=True),
    Action.ROLE_GRANT: _roles(OPERATOR),
    Action.HUB_OPERATE: _roles(OPERATOR),
}


def may(
    actor: Actor,
    action: Action,
    *,
    organisation: OrganisationId | None,
    run: UUID | None = None,
    owner: PersonId | None = None,
) -> bool:
    """Whether `actor` may do `action` in `organisation` (in `run` of it) to what `owner` owns.

    A grant for a whole organisation covers its runs; a grant for one run covers that run only.
    """
    rule = POLICY.get(action)
    if rule is None or actor.person is None:
        return False
    is_owner = owner is not None and owner == actor.person
    if is_owner and rule.owner_never:
        return False
    if rule.known or (is_owner and rule.owner_may):
        return True
    return any(
        grant.role in rule.roles and grant.organisation == organisation and grant.run in (None, run)
        for grant in actor.grants
    )
