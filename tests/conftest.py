"""What every test gets: no network, throw-away folders, a fast hasher, the cast, browsers in two languages."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import hypothesis
import pytest
from django.test import Client
from django.utils import translation

from tests import cast as the_cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Machines are busy and timings noise: no test fails for being slow.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

LOOPBACK = ("127.0.0.1", "::1", "localhost", "0.0.0.0", "")


class NetworkUsed(RuntimeError):
    """A test tried to leave this machine."""


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Only loopback and local sockets: whatever fetches by itself fails here first."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    yield
    patch.undo()


def _guarded(connect):
    def guarded(self: socket.socket, address):
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise NetworkUsed(f"a test tried to reach {address[0]}")
        return connect(self, address)

    return guarded


@pytest.fixture(autouse=True)
def _no_language_left_over() -> Iterator[None]:
    """A page asked for in one test speaks on in its thread; the next test begins in the hub's own language."""
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _throw_away_data(settings, tmp_path: Path) -> None:
    """Blobs, keys and static files of one test live in its own folder."""
    for name in ("blobs", "keys", "static"):
        (tmp_path / name).mkdir(exist_ok=True)
    settings.DATA = tmp_path
    settings.BLOBS = tmp_path / "blobs"
    settings.KEYS = tmp_path / "keys"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db) -> the_cast.Cast:
    """Two organisations and everyone in them; see tests/cast.py."""
    return the_cast.build()


@pytest.fixture
def spanish() -> Client:
    """A browser whose reader prefers Spanish."""
    return Client(headers={"accept-language": "es-MX,es;q=0.9"})


@pytest.fixture
def english() -> Client:
    """A browser whose reader prefers English."""
    return Client(headers={"accept-language": "en"})
