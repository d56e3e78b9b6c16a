"""Certificates that an organisation issued, found by name or code; light enough for long lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from tequio.credentials.models import Credential, Reinstatement, Revocation, Suspension
from tequio.credentials.values import CredentialId
from tequio.credentials.viewing import credential, credential_row
from tequio.kit import ids
from tequio.people import api as people
from tequio.people.roster import api as roster
from tequio.people.values import Action, OrganisationId

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from tequio.credentials.values import CredentialView
    from tequio.kit.words import Words
    from tequio.people.values import Actor


@dataclass(frozen=True, slots=True)
class Issued:
    """One line of the register."""

    code: str
    learner_name: str
    title: Words
    issued_at: datetime
    revoked: bool
    suspended: bool


def issued(
    *, organisation: OrganisationId, by: Actor, text: str = "", limit: int = 25, skip: int = 0
) -> tuple[Issued, ...]:
    """What an organisation issued, the newest first; with `text`, those whose name or code holds it."""
    rows = _matching(organisation, by, text).select_related("award__achievement")
    taken_back = Exists(Revocation.objects.filter(credential=OuterRef("pk")))
    running = Suspension.objects.exclude(pk__in=Reinstatement.objects.values("suspension"))
    paused = Exists(running.filter(credential=OuterRef("pk")))
    page = rows.annotate(taken_back=taken_back, paused=paused).order_by("-issued_at", "-pk")[
        skip : skip + limit
    ]
    return tuple(
        Issued(
            row.code,
            row.award.facts["learner_name"],
            row.award.achievement.description["title"],
            row.issued_at,
            row.taken_back,
            row.paused,
        )
        for row in page
    )


def count_issued(*, organisation: OrganisationId, by: Actor, text: str = "") -> int:
    """How many `issued` would list without a limit."""
    return _matching(organisation, by, text).count()


def codes_for(registrations: Collection[UUID]) -> Mapping[UUID, str]:
    """The code of the newest certificate, not revoked, of each of these enrolments. For pages that asked who asks."""
    rows = Credential.objects.filter(award__registration__in=set(registrations))
    valid = rows.exclude(pk__in=Revocation.objects.values("credential"))
    return dict(valid.order_by("issued_at", "pk").values_list("award__registration", "code"))


def to_revoke(code: str, *, by: Actor) -> CredentialView:
    """A certificate before its officer; anybody else's officer learns no more than the public page says."""
    row = credential_row(code)
    people.require(by, Action.CREDENTIAL_REVOKE, organisation=OrganisationId(row.award.organisation_id))
    return credential(CredentialId(row.uuid))


def _matching(organisation: OrganisationId, by: Actor, text: str) -> QuerySet[Credential]:
    people.require(by, Action.CREDENTIAL_REVOKE, organisation=organisation)
    rows = Credential.objects.filter(award__organisation__uuid=organisation)
    if not text.strip():
        return rows
    named = roster.persons_named(text, organisation=organisation)
    found = Q(award__person__uuid__in=named) | Q(award__facts__learner_name__icontains=text.strip())
    code = ids.normalise_code(text)
    return rows.filter(found | Q(code__contains=code) if len(code) >= 3 else found)
