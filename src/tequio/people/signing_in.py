"""Signing in: a PIN on an enrolled device; a password or the card's secret anywhere. Wrong tries wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.people import chosen_secret, codes, devices, tries, waits
from tequio.people.chosen_secret import Shape
from tequio.people.errors import FieldsRefused, PinNeedsDevice, WrongSecret
from tequio.people.granting import require
from tequio.people.lookup import info, locked_person_row, person_row
from tequio.people.models import Person
from tequio.people.tries import Place
from tequio.people.values import Action, OrganisationId

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.models import Device
    from tequio.people.values import Actor, PersonId, PersonInfo


def sign_in_person(
    *, code: str, secret: str, device_token: str | None, now: datetime, address: str = ""
) -> PersonInfo:
    """Who this code and secret belong to.

    Raises `FieldsRefused` for a mistyped code, `MustWait` after wrong tries (counted per code, device and address,
    whether or not the code exists), `PinNeedsDevice` or `WrongSecret` otherwise.
    """
    sound_code = _sound_code(code)
    device = devices.device_of(device_token)
    row = _row(sound_code)
    known_here = devices.is_enrolled(device, row)
    by_pin = chosen_secret.shape(secret) is Shape.PIN and known_here
    own, shared = _places(sound_code, device, address, known_here=known_here, by_pin=by_pin)
    tries.take([*own, *shared], now=now)
    if chosen_secret.shape(secret) is Shape.PIN and not by_pin:
        raise PinNeedsDevice
    if not chosen_secret.opens(row, secret) or row is None:
        raise WrongSecret
    tries.forget(own)
    tries.give_back(shared)
    return info(row)


def _sound_code(text: str) -> str:
    code = codes.read(text)
    if not code:
        raise FieldsRefused(
            {
                "code": _(
                    "This code has a mistake. It has eight characters, such as 7K3M-9QXT: compare each one."
                )
            }
        )
    return code


def _row(code: str) -> Person | None:
    return Person.objects.select_related("organisation").filter(code=code, is_active=True).first()


def _places(
    code: str, device: Device | None, address: str, *, known_here: bool = False, by_pin: bool = False
) -> tuple[list[Place], list[Place]]:
    """Where this try counts: what is the person's own, and what others share with them.

    On a device that knows the person, code and device count together, so that a stranger's guesses elsewhere never
    keep the owner waiting.
    """
    own = Place("code", code, waits.CODE)
    if known_here and device:
        kind, patience = ("pin", waits.PIN) if by_pin else ("known", waits.CODE)
        own = Place(kind, f"{code}@{device.uuid}", patience)
    shared = [Place("device", str(device.uuid), waits.DEVICE)] if device else []
    if address:
        shared.append(Place("address", address, waits.ADDRESS))
    return [own], shared


def choose_secret(
    *, person: PersonId, current: str, secret: str, by: Actor, now: datetime, address: str = ""
) -> None:
    """Change PIN or password. `current` is the one in use, or the card's secret; wrong ones wait like sign-in."""
    row = person_row(person)
    require(by, Action.SECRET_CHOOSE, organisation=OrganisationId(row.organisation.uuid), owner=person)
    problem = chosen_secret.problem(secret)
    if problem:
        raise FieldsRefused({"secret": problem})
    own, shared = _places(row.code, None, address)
    tries.take([*own, *shared], now=now)
    if not chosen_secret.opens(row, current):
        raise FieldsRefused({"current": _("This is not your PIN, password or card secret. Try again.")})
    tries.forget(own)
    tries.give_back(shared)
    _change(person, secret)


@transaction.atomic
def _change(person: PersonId, secret: str) -> None:
    row = locked_person_row(person)
    chosen_secret.keep(row, secret)
    row.save(update_fields=["password", "secret_kind"])
