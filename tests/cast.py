"""The one cast of the tests: who they are, who owns what, who may see whom, who must never.

Organisation A, *Nodo Anáhuac*:
  rosa         learner. Owns what the tests say is hers. Joined with a PIN.
  tomas        learner. Must never see or change anything of Rosa's.
  leticia      author of A's courses. May never review what is hers; sees no learner's answers.
  joaquin      teacher of A: follows A's learners, grades nothing by hand.
  beatriz      reviewer of A: reviews what others wrote; sees no learner.
  lupita       facilitator of A: finds A's people, reissues their cards, vouches for them. Never for herself.
  ernesto      officer of A: revokes credentials. May not issue cards or roles.
  marisol      operator of A: grants roles in A, imports, publishes. Nothing in B.
Organisation B, *Politécnico del Norte*:
  ines         learner of B. Must never see anything of A's people, nor they of hers.
  rodrigo      operator of B. In A he is nobody.
nobody         not signed in.

Build it with the fixture `cast` (tests/conftest.py): `cast.rosa` is a PersonInfo, `cast.actor("rosa")` an Actor,
`sign_in(client, cast.rosa)` opens a session. Everybody's secret is `SECRET` but Rosa's, which is `PIN`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model

from tequio.people import api as people
from tequio.people.values import Actor, OrganisationInfo, PersonInfo, Role

if TYPE_CHECKING:
    from django.test import Client

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
PIN = "8324"
SECRET = "caballo-pila-grapa"
NOBODY = Actor.nobody()

STAFF = {
    "leticia": ("Leticia Cárdenas", Role.AUTHOR),
    "joaquin": ("Joaquín Vera", Role.TEACHER),
    "beatriz": ("Beatriz Noguera", Role.REVIEWER),
    "lupita": ("Guadalupe Tzec", Role.FACILITATOR),
    "ernesto": ("Ernesto Palma", Role.OFFICER),
}
PEOPLE = ("rosa", "tomas", *STAFF, "marisol", "ines", "rodrigo")
EVERYBODY = ("nobody", *PEOPLE)


@dataclass(frozen=True, slots=True)
class Cast:
    """Two organisations and everyone in them."""

    a: OrganisationInfo
    b: OrganisationInfo
    rosa: PersonInfo
    tomas: PersonInfo
    leticia: PersonInfo
    joaquin: PersonInfo
    beatriz: PersonInfo
    lupita: PersonInfo
    ernesto: PersonInfo
    marisol: PersonInfo
    ines: PersonInfo
    rodrigo: PersonInfo

    def person(self, name: str) -> PersonInfo:
        return getattr(self, name)

    def actor(self, name: str) -> Actor:
        """The actor by name, with the grants held at `NOW`; "nobody" is nobody."""
        return NOBODY if name == "nobody" else people.actor(self.person(name).id, now=NOW)


def build(now: datetime = NOW) -> Cast:
    """Everyone, made through the door of the people wall."""
    a = organisation("nodo-anahuac", "Nodo Anáhuac", now=now)
    b = organisation("politecnico-norte", "Politécnico del Norte", now=now)
    marisol = people.first_operator(organisation=a.id, name="Marisol Ake", secret=SECRET, now=now)
    rodrigo = people.first_operator(organisation=b.id, name="Rodrigo Lara", secret=SECRET, now=now)
    operator = people.actor(marisol.id, now=now)
    staff = {name: member(a, full, role, by=operator, now=now) for name, (full, role) in STAFF.items()}
    return Cast(
        a=a,
        b=b,
        rosa=learner(a, "Rosa Méndez", secret=PIN, now=now),
        tomas=learner(a, "Tomás Xool", now=now),
        ines=learner(b, "Inés Robledo", now=now),
        marisol=marisol,
        rodrigo=rodrigo,
        **staff,
    )


def organisation(key: str, name: str, *, now: datetime = NOW) -> OrganisationInfo:
    return people.create_organisation(
        key=key, name=name, country="MX", zone="America/Mexico_City", simulated=False, now=now
    )


def learner(
    organisation: OrganisationInfo, name: str, *, secret: str = SECRET, now: datetime = NOW
) -> PersonInfo:
    return people.join(organisation=organisation.id, name=name, language="es", secret=secret, now=now)


def member(
    organisation: OrganisationInfo, name: str, role: Role, *, by: Actor, now: datetime = NOW
) -> PersonInfo:
    person = learner(organisation, name, now=now)
    people.grant(person=person.id, role=role, organisation=organisation.id, by=by, now=now)
    return person


def sign_in(client: Client, person: PersonInfo) -> Client:
    """Open a session for `person` without going through the page."""
    client.force_login(get_user_model().objects.get(uuid=person.id))
    return client
