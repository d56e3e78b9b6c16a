"""Chores of a running hub."""

import logging
from datetime import UTC, datetime

import pytest

from tequio.kit import upkeep

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def chores(monkeypatch: pytest.MonkeyPatch) -> list:
    done: list = []
    monkeypatch.setattr(upkeep, "_chores", [])
    return done


def test_every_chore_is_told_the_time(chores: list):
    upkeep.install([chores.append, chores.append])

    upkeep.tend(NOW)

    assert chores == [NOW, NOW]


def test_a_chore_that_fails_does_not_stop_the_others(chores: list, caplog: pytest.LogCaptureFixture):
    def break_down(now: datetime) -> None:
        raise OSError("disk")

    upkeep.install([break_down, chores.append])
    with caplog.at_level(logging.ERROR):
        upkeep.tend(NOW)

    assert chores == [NOW]
    assert "break_down" in caplog.text
