"""The desk of these tests, and their projections."""

from __future__ import annotations

import pytest

from tequio.assessment.api import PROJECTIONS
from tequio.records import folds
from tests.assessment import desk as the_desk


@pytest.fixture(autouse=True)
def _projections(monkeypatch: pytest.MonkeyPatch) -> None:
    """These folds and no others, so that what is tested here stands alone."""
    monkeypatch.setattr(folds, "_installed", list(PROJECTIONS))


@pytest.fixture
def desk(cast) -> the_desk.Desk:
    """A ready paper with Rosa before it."""
    return the_desk.set_desk(cast)
