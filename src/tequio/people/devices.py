"""Enrolled devices: the browsers on which a PIN works. The cookie's token is known to the device alone."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from tequio.kit import ids
from tequio.people.lookup import info, person_row
from tequio.people.models import Device, DeviceEnrolment

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.models import Person
    from tequio.people.values import PersonId, PersonInfo

REMEMBERED_FOR = timedelta(days=400)  # browsers keep no cookie longer


@transaction.atomic
def enrol_device(*, person: PersonId, now: datetime, token: str | None = None) -> str:
    """Let `person` use a PIN on a device; returns the token for its cookie.

    `token` is the cookie a shared device already has; without one the device is new.
    """
    device = device_of(token)
    if device is None:
        token = ids.new_token()
        device = Device.objects.create(uuid=ids.new_uuid(), token_hash=_hash(token), made_at=now)
    DeviceEnrolment.objects.get_or_create(
        device=device, person=person_row(person), defaults={"enrolled_at": now}
    )
    return str(token)


def device_people(token: str | None) -> tuple[PersonInfo, ...]:
    """Who is enrolled on the device with this token, by name; empty for an unknown one."""
    device = device_of(token)
    if device is None:
        return ()
    enrolments = DeviceEnrolment.objects.filter(device=device, person__is_active=True)
    rows = [enrolment.person for enrolment in enrolments.select_related("person__organisation")]
    return tuple(sorted((info(row) for row in rows), key=lambda person: person.name))


def forget_device(*, token: str | None, person: PersonId) -> None:
    """End `person`'s enrolment on this device; the last one to go takes the device along."""
    device = device_of(token)
    if device is None:
        return
    DeviceEnrolment.objects.filter(device=device, person__uuid=person).delete()
    if not DeviceEnrolment.objects.filter(device=device).exists():
        device.delete()


def device_of(token: str | None) -> Device | None:
    return Device.objects.filter(token_hash=_hash(token)).first() if token else None


def is_enrolled(device: Device | None, row: Person | None) -> bool:
    if device is None or row is None:
        return False
    return DeviceEnrolment.objects.filter(device=device, person=row).exists()


def forget_everywhere(row: Person) -> None:
    DeviceEnrolment.objects.filter(person=row).delete()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
