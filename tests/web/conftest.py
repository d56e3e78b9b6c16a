"""The demo course on a hub with the cast, and a learner's browser.

Publishing takes a second, so a module's tests share one hub: it is built inside an outer transaction, each test rolls
back to it, and the module's end rolls it back too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client, override_settings

from tequio.credentials import api as credentials
from tequio.kit import clock
from tequio.learning import api as learning
from tequio.site.seeds import demo, study
from tests import cast as the_cast
from tests.cast import NOW, sign_in

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Hub:
    """What the tests of one module share."""

    cast: the_cast.Cast
    settings: dict[str, object]


@lru_cache(maxsize=1)
def compiled_course():
    return learning.compile_folder(demo.COURSE)


def settings_in(folder: Path) -> dict[str, object]:
    found: dict[str, object] = {"DATA": folder}
    for name in ("blobs", "keys", "static"):
        (folder / name).mkdir(exist_ok=True)
    found |= {"BLOBS": folder / "blobs", "KEYS": folder / "keys", "STATIC_ROOT": folder / "static"}
    return found


@pytest.fixture(scope="module")
def shared_hub(django_db_setup, django_db_blocker, tmp_path_factory):
    """Organisations, people, the issuer and the reviewed demo course."""
    own = settings_in(tmp_path_factory.mktemp("hub"))
    fast = {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"]}
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(**own, **fast), clock.frozen_at(NOW):
            everyone = the_cast.build()
            credentials.open_issuer(organisation=everyone.a.id, now=NOW, demo=True)
            author, reviewer = everyone.actor("leticia"), everyone.actor("beatriz")
            study.publish_reviewed(
                everyone.a.id, compiled_course(), author=author, reviewer=reviewer, now=NOW
            )
        yield Hub(everyone, own)
        transaction.set_rollback(True)


@pytest.fixture
def course(shared_hub, db, settings):
    """The demo course, reviewed and open to everyone; the clock stands still."""
    for name, value in shared_hub.settings.items():
        setattr(settings, name, value)
    with clock.frozen_at(NOW):
        yield learning.course(compiled_course().key)


@pytest.fixture
def keys(course) -> dict[str, tuple[str, ...]]:
    """What is right, by key of summative item: known to the author's folder, and to no page."""
    return {item.key: item.correct for item in compiled_course().final}


@pytest.fixture
def tomas(shared_hub, course) -> Client:
    """Tomás's browser, signed in; he has joined no course."""
    return sign_in(Client(), shared_hub.cast.tomas)


@pytest.fixture
def learner(tomas) -> Client:
    """The same, once he has joined the course."""
    tomas.post("/es/courses/digital-safety/join/")
    return tomas
