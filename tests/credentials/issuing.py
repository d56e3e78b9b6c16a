"""Fixtures that issue: shared by the tests of the wall, of the wire and of the verifier's pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tequio.credentials import api, awarding
from tequio.credentials.gathering import Gathered
from tequio.kit import ids
from tests.credentials.samples import DESCRIPTION, FACTS, NOON, PRACTISED


@pytest.fixture
def issuer(cast, settings):
    """Organisation A may sign, as a demo."""
    settings.HUB_URL = "https://hub.example.org"
    return api.open_issuer(organisation=cast.a.id, now=NOON, demo=True)


def gathered(cast, *, evidence=PRACTISED, registration=None, version=None, **facts) -> Gathered:
    """What `gather` would find for one more passed attempt of Rosa's."""
    return Gathered(
        attempt=ids.new_uuid(),
        registration=registration or ids.new_uuid(),
        person=cast.rosa.id,
        organisation=cast.a.id,
        version=version or ids.new_uuid(),
        description=DESCRIPTION,
        facts=replace(FACTS, **facts),
        evidence=evidence,
    )


@pytest.fixture
def passed(cast, issuer, monkeypatch):
    """Makes passed attempts of Rosa's; what `gather` would find can be changed."""
    known = {}
    version = ids.new_uuid()

    def make(**changes):
        found = gathered(cast, version=version, **changes)
        known[found.attempt] = found
        return found.attempt

    monkeypatch.setattr(awarding, "gather", lambda attempt, *, now: known[attempt])
    return make


@pytest.fixture
def earned(passed):
    """A credential of Rosa's, issued at noon."""
    return api.credential(api.award(attempt=passed(), now=NOON))
