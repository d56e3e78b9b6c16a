"""The demo course on a hub with the cast, and a learner's browser."""

from __future__ import annotations

from functools import lru_cache

import pytest
from django.test import Client

from tequio.credentials import api as credentials
from tequio.kit import clock
from tequio.learning import api as learning
from tequio.site.seeds import demo, study
from tests.cast import NOW, sign_in


@lru_cache(maxsize=1)
def compiled_course():
    return learning.compile_folder(demo.COURSE)


@pytest.fixture
def course(cast):
    """The demo course, reviewed and open to everyone; the clock stands still."""
    credentials.open_issuer(organisation=cast.a.id, now=NOW, demo=True)
    compiled = compiled_course()
    author, reviewer = cast.actor("leticia"), cast.actor("beatriz")
    with clock.frozen_at(NOW):
        study.publish_reviewed(cast.a.id, compiled, author=author, reviewer=reviewer, now=NOW)
        yield learning.course(compiled.key)


@pytest.fixture
def keys(course) -> dict[str, tuple[str, ...]]:
    """What is right, by key of summative item: known to the author's folder, and to no page."""
    return {item.key: item.correct for item in compiled_course().final}


@pytest.fixture
def tomas(cast, course) -> Client:
    """Tomás's browser, signed in; he has joined no course."""
    return sign_in(Client(), cast.tomas)


@pytest.fixture
def learner(tomas) -> Client:
    """The same, once he has joined the course."""
    tomas.post("/es/courses/digital-safety/join/")
    return tomas
