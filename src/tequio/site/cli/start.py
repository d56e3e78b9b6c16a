"""Starts Django for words that need the database, on the data folder they were given."""

from __future__ import annotations

import os
from pathlib import Path


def data_folder(given: str | None) -> Path:
    """The folder named by --data, else TEQUIO_DATA, else ./demo-data."""
    return Path(given or os.environ.get("TEQUIO_DATA") or "demo-data").absolute()


def start(data: Path) -> None:
    """Load settings and apps for `data`; call it once, before importing any wall."""
    os.environ["TEQUIO_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tequio.site.settings")
    import django

    django.setup()
