"""The first rows of a hub: schema, organisation, first operator, issuer key. Needs a started Django."""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation

from tequio.kit import clock
from tequio.people.opening import api as opening
from tequio.web.operate.founding import found


def migrate() -> None:
    """Bring the schema up to this release."""
    call_command("migrate", interactive=False, verbosity=0)


def first_rows(*, organisation: str, key: str, country: str, zone: str, operator: str, password: str) -> str:
    """Make the organisation, its issuer and its first operator at once; returns the operator's code."""
    first = found(
        name=organisation,
        key=key,
        country=country,
        zone=zone,
        language=settings.LANGUAGE_CODE,
        operator=operator,
        secret=password,
        now=clock.now(),
    )
    return first.code


def waits() -> bool:
    """Whether an address printed before still serves: a new one would throw away what was answered there."""
    return opening.waits(now=clock.now())


def invite() -> str | None:
    """The one-time address under which this hub is set up; None when it has an operator."""
    if not opening.is_open():
        return None
    token = opening.invite(now=clock.now())
    with translation.override(settings.LANGUAGE_CODE):
        return f"{settings.HUB_URL}{reverse('setup_begin', args=[token])}"
