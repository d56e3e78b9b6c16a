"""How long work says how far it is, and learns that nobody wants it any more."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager


class Stopped(Exception):
    """The work was cancelled, or given up for lost: write nothing more."""


class Going(Protocol):
    """What a long function is handed."""

    def step(self, phase: str, done: int = 0, of: int = 0) -> None:
        """Say where it is, `done` of `of`; raises `Stopped` once it was cancelled."""

    def last(self, phase: str) -> AbstractContextManager[None]:
        """The transaction that writes the outcome. It commits only if nobody cancelled before it began."""


class Alone:
    """Nobody watches: a command, a test."""

    def step(self, phase: str, done: int = 0, of: int = 0) -> None:
        """Say nothing."""

    @contextmanager
    def last(self, phase: str) -> Iterator[None]:
        yield


ALONE = Alone()
