"""Finding people by name or code, for whoever helps them. Five hundred may share a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from tequio.people import codes
from tequio.people.granting import require
from tequio.people.lookup import folded, info, vouched_among
from tequio.people.models import Person
from tequio.people.values import Action

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from tequio.people.values import Actor, PersonInfo


def find_people(*, by: Actor, text: str, limit: int = 50, skip: int = 0) -> tuple[PersonInfo, ...]:
    """People of the facilitator's own organisation whose name or code holds every word of `text`.

    The newest come first: whoever lost a card has mostly just got it.
    """
    rows = list(
        _matches(by, text).select_related("organisation").order_by("-joined_at", "-id")[skip : skip + limit]
    )
    vouched = vouched_among(rows)
    return tuple(info(row, vouched) for row in rows)


def count_people(*, by: Actor, text: str) -> int:
    """How many `find_people` would find without a limit."""
    return _matches(by, text).count()


def _matches(by: Actor, text: str) -> QuerySet[Person]:
    require(by, Action.PERSON_FIND, organisation=by.organisation)
    words = folded(text).split()[:8]
    if not words or by.organisation is None:
        return Person.objects.none()
    found = Person.objects.filter(organisation__uuid=by.organisation, is_active=True)
    for word in words:
        found = found.filter(_word(word))
    return found


def _word(word: str) -> Q:
    part = codes.read_part(word)
    in_name = Q(name_folded__contains=word)
    return in_name | Q(code__contains=part) if len(part) >= 2 else in_name
