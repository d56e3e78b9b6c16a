"""From ids and codes to rows, and from rows to what others may see."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.kit.errors import NotFound
from tequio.people import codes
from tequio.people.models import Organisation, Person, Vouching
from tequio.people.values import OrganisationId, OrganisationInfo, PersonId, PersonInfo

if TYPE_CHECKING:
    from collections.abc import Container


def organisation(organisation_id: OrganisationId) -> OrganisationInfo:
    """The organisation with this id."""
    return organisation_info(organisation_row(organisation_id))


def organisation_by_key(key: str) -> OrganisationInfo:
    """The organisation with this key, such as `nodo-anahuac`."""
    row = Organisation.objects.filter(key=key).first()
    if row is None:
        raise NotFound(_("There is no organisation “%(key)s” on this hub.") % {"key": key})
    return organisation_info(row)


def organisations() -> tuple[OrganisationInfo, ...]:
    """Every organisation of this hub, the oldest first."""
    return tuple(organisation_info(row) for row in Organisation.objects.order_by("id"))


def person(person_id: PersonId) -> PersonInfo:
    """The person with this id."""
    return info(person_row(person_id))


def organisation_row(organisation_id: OrganisationId) -> Organisation:
    row = Organisation.objects.filter(uuid=organisation_id).first()
    if row is None:
        raise NotFound(_("There is no such organisation on this hub."))
    return row


def person_row(person_id: PersonId) -> Person:
    row = Person.objects.select_related("organisation").filter(uuid=person_id, is_active=True).first()
    if row is None:
        raise NotFound(_("There is no such person on this hub."))
    return row


def locked_person_row(person_id: PersonId) -> Person:
    """The row, held until the transaction ends; needed before its secrets or code change."""
    row = Person.objects.select_for_update(of=("self",)).select_related("organisation")
    found = row.filter(uuid=person_id, is_active=True).first()
    if found is None:
        raise NotFound(_("There is no such person on this hub."))
    return found


def organisation_info(row: Organisation) -> OrganisationInfo:
    return OrganisationInfo(
        OrganisationId(row.uuid),
        row.key,
        row.name,
        row.country,
        row.zone,
        simulated=row.simulated,
        language=row.language,
    )


def info(row: Person, vouched: Container[int] | None = None) -> PersonInfo:
    """What others may see of `row`; `vouched` saves a query each where many are listed."""
    if vouched is None:
        vouched = vouched_among([row])
    return PersonInfo(
        id=PersonId(row.uuid),
        organisation=OrganisationId(row.organisation.uuid),
        code=codes.grouped(row.code),
        name=row.name,
        language=row.language,
        email=row.email,
        identity_level=1 if row.pk in vouched else 0,
        joined_at=row.joined_at,
        has_pin=row.secret_kind == Person.SecretKind.PIN,
    )


def vouched_among(rows: list[Person]) -> set[int]:
    return set(Vouching.objects.filter(person__in=rows).values_list("person_id", flat=True))


def folded(name: str) -> str:
    """`name` without case, accents or double blanks: what two spellings of it share."""
    letters = unicodedata.normalize("NFKD", name)
    bare = "".join(ch if ch.isprintable() else " " for ch in letters if not unicodedata.combining(ch))
    return " ".join(bare.casefold().split())[:250]
