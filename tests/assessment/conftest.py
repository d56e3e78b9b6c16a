"""The desk of these tests."""

from __future__ import annotations

import pytest

from tests.assessment import desk as the_desk


@pytest.fixture
def desk(cast) -> the_desk.Desk:
    """A ready paper with Rosa before it."""
    return the_desk.set_desk(cast)
