"""Steps and pictures of a package: no database behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.learning.catalog.describing import step_page
from tequio.learning.content import store

if TYPE_CHECKING:
    from tequio.learning.values import Blob, StepPage


def step(package_id: str, module_key: str, step_key: str, language: str) -> StepPage:
    """One step to read, in `language` when it has it. Pictures point at `/packages/<package id>/<digest>`."""
    return step_page(package_id, module_key, step_key, language)


def package_blob(package_id: str, digest: str) -> Blob:
    """A picture or other blob that a package lists, for ever the same; its practice items are not given out."""
    return store.shown_blob(package_id, digest)
