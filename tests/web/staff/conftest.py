"""A course of organisation A with two learners, as the staff's pages find it; and a browser for each person.

It is built once per file, in a transaction around every test's own: building it takes longer than any test here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client, override_settings

from tequio.credentials import api as credentials
from tequio.kit import clock, outbox
from tequio.learning import api as learning
from tequio.site.seeds import demo, study
from tests.cast import NOW, Cast, build, sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

MD5 = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@dataclass(frozen=True)
class House:
    """Rosa finished one module nine days ago; Tomás passed the final check yesterday."""

    cast: Cast
    folder: Path
    run: UUID
    version: UUID
    code: str

    def browser(self, name: str) -> Client:
        return Client() if name == "nobody" else sign_in(Client(), self.cast.person(name))


@pytest.fixture
def _today() -> Iterator[None]:
    with clock.frozen_at(NOW):
        yield


@pytest.fixture(scope="module")
def _built(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(**_places(folder), PASSWORD_HASHERS=MD5), clock.frozen_at(NOW):
            house = _build(folder)
        with django_db_blocker.block():
            yield house
        transaction.set_rollback(True)


@pytest.fixture
def house(_built, db, settings, _today) -> House:
    for name, path in _places(_built.folder).items():
        setattr(settings, name, path)
    return _built


def _places(folder: Path) -> dict[str, Path]:
    places = {"DATA": folder, **{name: folder / name.lower() for name in ("BLOBS", "KEYS")}}
    for path in places.values():
        path.mkdir(exist_ok=True)
    return places


def _build(folder: Path) -> House:
    cast = build()
    compiled = published(cast)
    rosa = study.Studying(cast.rosa, compiled, NOW - timedelta(days=9))
    rosa.finish_modules(1)
    tomas = study.Studying(cast.tomas, compiled, NOW - timedelta(days=1))
    tomas.finish_modules(3)
    tomas.pass_final_check()
    outbox.deliver_waiting()
    course = learning.course(compiled.key)
    (earned,) = credentials.credentials_of(cast.tomas.id)
    return House(cast, folder, course.run.id, course.version, earned.code)


def published(cast):
    """The demo course, reviewed and open since a month."""
    month = timedelta(days=30)
    credentials.open_issuer(organisation=cast.a.id, now=NOW - month, demo=True)
    compiled = learning.compile_folder(demo.COURSE)
    author, reviewer = cast.actor("leticia"), cast.actor("beatriz")
    study.publish_reviewed(cast.a.id, compiled, author=author, reviewer=reviewer, now=NOW - month)
    return compiled
