"""Projections: derived tables as folds over statements, run with each new one and by `rebuild`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tequio.records.index import INDEX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Model

    from tequio.records.values import KeptStatement


class Projection(Protocol):
    """A fold that owns some derived tables. It reads statements and its own tables, never the clock or primary rows."""

    name: str
    models: tuple[type[Model], ...]

    def fold(self, kept: KeptStatement) -> None:
        """Take one statement into the tables; statements come once each, in the order of their lane."""


_installed: list[Projection] = []


def install_projections(projections: Sequence[Projection]) -> None:
    """Say which projections run; called once, by `site.wiring`. The ledger's own index always runs first."""
    _installed[:] = projections


def installed() -> tuple[Projection, ...]:
    return (INDEX, *_installed)


def fold(kept: KeptStatement) -> None:
    """Run every projection over one statement."""
    for projection in installed():
        projection.fold(kept)
