"""Making a hub's first rows, all or none: the organisation, its first operator, its issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from tequio.credentials import api as credentials
from tequio.people import api as people

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.values import PersonInfo


@transaction.atomic
def found(
    *,
    name: str,
    key: str,
    country: str,
    zone: str,
    language: str,
    operator: str,
    secret: str,
    now: datetime,
) -> PersonInfo:
    """Open an organisation on this hub; returns its first operator."""
    place = people.create_organisation(
        key=key, name=name, country=country, zone=zone, simulated=False, language=language, now=now
    )
    first = people.first_operator(
        organisation=place.id, name=operator, secret=secret, language=language, now=now
    )
    credentials.open_issuer(organisation=place.id, now=now)
    return first
