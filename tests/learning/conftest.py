"""Courses made for the tests of the learning wall."""

from __future__ import annotations

import pytest

from tequio.assessment.projections import PROJECTIONS as PRACTICE
from tequio.learning import api as learning
from tequio.learning.projections import PROJECTIONS
from tequio.records import folds
from tests.cast import NOW
from tests.learning import clean_course


@pytest.fixture
def folder(tmp_path):
    return clean_course.write(tmp_path / "course")


@pytest.fixture
def compiled(folder):
    return learning.compile_folder(folder)


@pytest.fixture(autouse=True)
def _progress_is_folded(monkeypatch):
    """What wiring installs for this wall and the one below."""
    monkeypatch.setattr(folds, "_installed", [*PRACTICE, *PROJECTIONS])


@pytest.fixture
def published(cast, compiled):
    """The clean course, handed in by Leticia, seen by the program only: a preview."""
    return learning.publish(organisation=cast.a.id, compiled=compiled, by=cast.actor("leticia"), now=NOW)


@pytest.fixture
def reviewed(cast, compiled, published):
    """The same, passed by Beatriz: open to everyone."""
    learning.record_review(
        version=published.version, kind="self", results=compiled.results, by=cast.actor("beatriz"), now=NOW
    )
    return learning.course(published.key)
