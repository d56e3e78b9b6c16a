"""Made-up people: in simulated organisations only, and nobody ever signs in as them."""

from __future__ import annotations

import pytest

from tequio.people import api as people
from tequio.people.errors import WrongSecret
from tequio.people.simulated.api import join_simulated
from tequio.people.simulated.joining import NotSimulated
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def test_a_real_organisation_refuses_made_up_people(cast):
    real = people.create_organisation(
        key="real", name="Real", country="MX", zone="America/Mexico_City", simulated=False, now=NOW
    )
    with pytest.raises(NotSimulated):
        join_simulated(organisation=real.id, name="Nadie", language="es", now=NOW)


def test_no_secret_opens_the_account_of_a_made_up_person(cast):
    place = people.create_organisation(
        key="play", name="Play", country="MX", zone="America/Mexico_City", simulated=True, now=NOW
    )
    ana = join_simulated(organisation=place.id, name="Ana Uc", language="es", now=NOW)
    for secret in ("!", "caballo-pila-grapa"):
        with pytest.raises(WrongSecret):
            people.sign_in_person(code=ana.code, secret=secret, device_token=None, now=NOW)
