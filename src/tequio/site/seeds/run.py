"""The rest of Joaquín's run: simulated learners, each on their way through the same doors as everybody else.

Who they are and how they fare is a table, so that every demo is the same: some just began, some fell silent, some
are stuck, some passed. Nobody signs in as them: they have no secret.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from tequio.people.simulated import api as simulated
from tequio.site.seeds import study

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.learning.values import Compiled
    from tequio.people.values import OrganisationInfo


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody fares: how many days ago each module was finished, and what went wrong.

    Of a step's items every `misses`-th is first answered wrongly; `check_wrong` is None for who did not try the check.
    """

    name: str
    days: tuple[int, ...]
    misses: int = 3
    check_wrong: int | None = None


WAYS = (
    Way("Adela Ramos Tzab", (20,)),
    Way("Benito Canché Uc", (17,), 2),
    Way("Carmen Ávila Soto", (4,), 1),
    Way("Darío Mendoza Ríos", (24, 20, 16), 3, 1),
    Way("Elvira Poot Chan", (6, 4), 1),
    Way("Fermín Góngora Paz", (3,), 4),
    Way("Graciela Ortiz Luna", (13, 9, 5), 4, 2),
    Way("Hilario Santos Cruz", (2,)),
    Way("Inés Bautista León", (5, 3)),
    Way("Jacinto May Pech", (1,), 4),
    Way("Lucio Herrera Dzul", (12, 5, 2), 2, 6),
    Way("Quetzalli Flores Mora", (10,)),
    Way("Úrsula Lara Peña", (2,), 4),
    Way("Yolanda Pat Kú", (1,), 2),
    Way("Karla Núñez Vela", (4,), 2),
    Way("Maite Salgado Ponce", (5,), 2),
    Way("Pascual Rivas Gil", (3,), 2),
    Way("Ramiro Tec Balam", (6,), 2),
    Way("Silvia Moreno Arce", (2,), 2),
    Way("Wendy Estrada Sosa", (5,), 2),
)


def write(organisation: OrganisationInfo, compiled: Compiled, now: datetime) -> None:
    """Everybody of the table, in one transaction: hundreds of acts would otherwise be hundreds of waits for the disk."""
    with transaction.atomic():
        for way in WAYS:
            _study(way, organisation, compiled, now)


def _study(way: Way, organisation: OrganisationInfo, compiled: Compiled, now: datetime) -> None:
    begun = now - timedelta(days=way.days[0])
    person = simulated.join_simulated(organisation=organisation.id, name=way.name, language="es", now=begun)
    studying = study.Studying(person, compiled, begun, misses=way.misses)
    for num, days in enumerate(way.days, start=1):
        studying.now = now - timedelta(days=days)
        studying.finish_modules(num, first=num - 1)
    if way.check_wrong is not None:
        studying.take_final_check(wrong=way.check_wrong)
