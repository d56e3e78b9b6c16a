"""An open issuer, and what `gather` would find, so that the wall is tested without the walls below."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tequio.credentials import api, awarding
from tequio.credentials.gathering import Gathered
from tequio.kit import ids
from tests.credentials.samples import DESCRIPTION, FACTS, NOON, PRACTISED


@pytest.fixture
def issuer(cast, settings):
    """The cast's own organisation may sign, as a demo."""
    settings.HUB_URL = "https://hub.example.org"
    return api.open_issuer(organisation=cast.a.id, now=NOON, demo=True)


@pytest.fixture
def passed(cast, issuer, monkeypatch):
    """Make a passed attempt of the cast's learner; its evidence can be changed."""
    version = ids.new_uuid()

    def make(*, evidence=PRACTISED, registration=None, **facts):
        attempt = ids.new_uuid()
        gathered = Gathered(
            attempt=attempt,
            registration=registration or ids.new_uuid(),
            person=cast.rosa.id,
            organisation=cast.a.id,
            version=version,
            description=DESCRIPTION,
            facts=replace(FACTS, **facts),
            evidence=evidence,
        )
        known[attempt] = gathered
        return attempt

    known = {}
    monkeypatch.setattr(awarding, "gather", lambda attempt, *, now: known[attempt])
    return make
