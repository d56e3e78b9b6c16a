"""An employer of the demo: a made-up cooperative stands behind the course, signed DEMO, as a real one would."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tequio.credentials.vouching import api as vouching
from tequio.people import api as people
from tequio.people.values import Role

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.values import PersonInfo


def open_employer(*, secret: str, now: datetime) -> PersonInfo:
    """The cooperative and its officer, who is its operator too."""
    place = people.create_organisation(
        key="cafe-del-puerto",
        name="Cooperativa Café del Puerto (DEMO)",
        country="MX",
        zone="America/Mexico_City",
        simulated=True,
        now=now,
    )
    renata = people.first_operator(
        organisation=place.id, name="Renata Góngora Pool (DEMO)", secret=secret, now=now
    )
    by = people.actor(renata.id)
    people.grant(person=renata.id, role=Role.OFFICER, organisation=place.id, by=by, now=now)
    return renata


def stand_behind(course_key: str, officer: PersonInfo, *, now: datetime) -> None:
    """What she signs: the tasks were reviewed."""
    vouching.endorse(
        course_key=course_key,
        organisation=officer.organisation,
        claim=vouching.Claim.REVIEWED,
        comment="Nuestra gente atiende pedidos por mensaje: esto es lo que necesita saber.",
        valid_until=now + timedelta(days=365),
        by=people.actor(officer.id),
        now=now,
    )
