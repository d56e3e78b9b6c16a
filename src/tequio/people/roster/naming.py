"""Many people at once: from ids to names in one query, and from a name to ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.people.lookup import folded, info, vouched_among
from tequio.people.models import Person
from tequio.people.values import PersonId

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tequio.people.values import OrganisationId, PersonInfo

MOST = 500  # people of one name in one list


def persons(ids: Collection[PersonId]) -> Mapping[PersonId, PersonInfo]:
    """Each of these people by id. For pages that have asked who is asking."""
    rows = list(Person.objects.select_related("organisation").filter(uuid__in=set(ids)))
    vouched = vouched_among(rows)
    return {PersonId(row.uuid): info(row, vouched) for row in rows}


def persons_named(text: str, *, organisation: OrganisationId) -> tuple[PersonId, ...]:
    """People of an organisation whose name holds every word of `text`, accents or not; at most 500."""
    words = folded(text).split()[:8]
    if not words:
        return ()
    found = Person.objects.filter(organisation__uuid=organisation)
    for word in words:
        found = found.filter(name_folded__contains=word)
    return tuple(PersonId(uuid) for uuid in found.order_by("-pk").values_list("uuid", flat=True)[:MOST])
