"""The demo hub *Nodo Anáhuac*: people, a reviewed course, learners each one act before something happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.management import call_command
from django.db import transaction

from tequio.credentials import api as credentials
from tequio.kit import clock
from tequio.kit.errors import Refused
from tequio.learning import api as learning
from tequio.people import api as people
from tequio.people.values import Role
from tequio.site.seeds import employer, journeys, run, samples, strip, study

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tequio.learning.values import Compiled
    from tequio.people.values import OrganisationInfo, PersonInfo

COURSE = Path(__file__).parent / "courses" / "digital-safety"
SECRET = "demo-tequio-2026"  # noqa: S105  # printed on purpose: everything here is a demonstration
STAFF = {
    "leticia": ("Leticia Cárdenas Tun", Role.AUTHOR),
    "joaquin": ("Joaquín Vera Ruiz", Role.TEACHER),
    "beatriz": ("Beatriz Noguera Solís (DEMO)", Role.REVIEWER),
    "lupita": ("Guadalupe Tzec May", Role.FACILITATOR),
    "ernesto": ("Ernesto Palma Ortiz", Role.OFFICER),
}
LEARNERS = {
    "rosa": "Rosa Jiménez Cruz",
    "tomas": "Tomás Xicoténcatl Flores",
    "amina": "Amina Yusuf Odhiambo",
}


class NotEmpty(Refused):
    """The database is not this demo's."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """Who is in the demo hub, by their short names."""

    organisation: OrganisationInfo
    people: dict[str, PersonInfo]


def seed(data: Path, tell: Callable[[str], None]) -> None:
    """Make the schema and everything in the demo hub; a hub that has its people is only migrated."""
    call_command("migrate", interactive=False, verbosity=0)
    if people.organisations():
        _refuse_another(data)
        return
    now = clock.now()
    with transaction.atomic():
        seeded = _people(now - timedelta(days=40))
        credentials.open_issuer(organisation=seeded.organisation.id, now=now - timedelta(days=40), demo=True)
    tell("people")
    compiled = learning.compile_folder(COURSE)
    _course(seeded, compiled, now - timedelta(days=30))
    with transaction.atomic():
        seeded.people["renata"] = employer.open_employer(secret=SECRET, now=now - timedelta(days=20))
        employer.stand_behind(compiled.key, seeded.people["renata"], now=now - timedelta(days=20))
    tell("course")
    _learners(seeded, compiled, now)
    run.write(seeded.organisation, compiled, now)
    tell("learners")
    samples.write(data, seeded.people["amina"])
    strip.write(data, seeded.people)
    journeys.write(data, seeded.people, SECRET)
    tell("samples")


def _refuse_another(data: Path) -> None:
    """A database that TEQUIO_DATABASE_URL names may hold somebody else's hub, or a demo of another folder."""
    if not (data / "journeys.txt").exists():
        raise NotEmpty("The database already holds a hub. Name an empty one in TEQUIO_DATABASE_URL, or none.")


def _people(now: datetime) -> Seeded:
    org = people.create_organisation(
        key="nodo-anahuac",
        name="Nodo Anáhuac",
        country="MX",
        zone="America/Mexico_City",
        simulated=True,
        now=now,
    )
    found = {
        "marisol": people.first_operator(organisation=org.id, name="Marisol Ake Pech", secret=SECRET, now=now)
    }
    operator = people.actor(found["marisol"].id)
    for key, name in {**{k: v[0] for k, v in STAFF.items()}, **LEARNERS}.items():
        language = "en" if key == "amina" else "es"
        found[key] = people.join(organisation=org.id, name=name, language=language, secret=SECRET, now=now)
    for key, (_, role) in STAFF.items():
        people.grant(person=found[key].id, role=role, organisation=org.id, by=operator, now=now)
    return Seeded(org, found)


def _course(seeded: Seeded, compiled: Compiled, now: datetime) -> None:
    """Written by Leticia, looked over by the program and by Beatriz: signed DEMO, because nobody real did."""
    author = people.actor(seeded.people["leticia"].id)
    reviewer = people.actor(seeded.people["beatriz"].id)
    study.publish_reviewed(seeded.organisation.id, compiled, author=author, reviewer=reviewer, now=now)


def _learners(seeded: Seeded, compiled: Compiled, now: datetime) -> None:
    """Rosa is mid-course, Tomás about to take the final check, Amina holds the certificate."""
    rosa = study.Studying(seeded.people["rosa"], compiled, now - timedelta(days=2))
    rosa.finish_modules(1)
    tomas = study.Studying(seeded.people["tomas"], compiled, now - timedelta(days=5))
    tomas.finish_modules(3)
    amina = study.Studying(seeded.people["amina"], compiled, now - timedelta(days=9))
    amina.finish_modules(3)
    amina.pass_final_check()
