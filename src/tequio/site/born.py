"""The first rows of a hub: schema, organisation, first operator, issuer key. Needs a started Django."""

from __future__ import annotations

from django.core.management import call_command
from django.db import transaction

from tequio.credentials import api as credentials
from tequio.kit import clock
from tequio.people import api as people


def migrate() -> None:
    """Bring the schema up to this release."""
    call_command("migrate", interactive=False, verbosity=0)


def first_rows(*, organisation: str, key: str, country: str, zone: str, operator: str, password: str) -> str:
    """Make the organisation, its issuer and its first operator at once; returns the operator's code."""
    now = clock.now()
    with transaction.atomic():
        org = people.create_organisation(
            key=key, name=organisation, country=country, zone=zone, simulated=False, now=now
        )
        first = people.first_operator(organisation=org.id, name=operator, secret=password, now=now)
        credentials.open_issuer(organisation=org.id, now=now)
    return first.code
