"""Which table is what: ledger, primary or derived. A table that does not say so is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings

from tequio.kit.errors import Refused
from tequio.records.folds import installed

if TYPE_CHECKING:
    from django.db.models import Model

KINDS = ("ledger", "primary", "derived")


class UnclearTables(Refused):
    """Some tables do not say what they are, or nobody folds them; the sentence names them."""

    code = "unclear_tables"


def our_models() -> list[type[Model]]:
    """Every model of the house's own apps, many-to-many tables included, in a fixed order."""
    models = apps.get_models(include_auto_created=True)
    return sorted((m for m in models if m._meta.app_label in settings.OUR_APPS), key=lambda m: m._meta.label)


def derived_models() -> tuple[type[Model], ...]:
    """Every derived table, once it is sure that each table is marked and each derived one has its fold."""
    problems = unclear_tables()
    if problems:
        raise UnclearTables(" ".join(problems))
    return tuple(model for model in our_models() if kind(model) == "derived")


def unclear_tables() -> list[str]:
    """A sentence for each table that is not marked, not folded, or folded twice."""
    owners: dict[type[Model], list[str]] = {}
    for projection in installed():
        for model in projection.models:
            owners.setdefault(model, []).append(projection.name)
    return [
        sentence for model in our_models() if (sentence := _problem(model, owners.get(model, []))) is not None
    ]


def kind(model: type[Model]) -> str | None:
    """The model's own mark; one inherited from a parent counts as its own."""
    marked: str | None = getattr(model, "table_kind", None)
    return marked


def _problem(model: type[Model], owners: list[str]) -> str | None:
    label, marked = model._meta.label, kind(model)
    if marked not in KINDS:
        return f"{label} is not marked: set table_kind to ledger, primary or derived."
    if marked == "derived" and not owners:
        return f"{label} is derived, but no installed projection folds it."
    if marked != "derived" and owners:
        return f"{label} is {marked}, but the projection “{owners[0]}” would clear it."
    return f"{label} has two owners: {', '.join(owners)}." if len(owners) > 1 else None
