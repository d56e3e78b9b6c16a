"""Starts Django for words that need the database, on the data folder they were given."""

from __future__ import annotations

import os
from pathlib import Path

from tequio.kit.errors import NotFound


def data_folder(given: str | None) -> Path:
    """The folder named by --data, else TEQUIO_DATA, else ./demo-data.

    From here on this process makes files for their owner only: a PIN's hash that a neighbour can read is soon a PIN.
    """
    os.umask(0o077)
    return Path(given or os.environ.get("TEQUIO_DATA") or "demo-data").absolute()


class NoHub(NotFound):
    """The data folder holds no hub."""


def require_hub(data: Path) -> None:
    """Refuse a folder in which `init` or `demo` never made a hub."""
    if not (data / "hub.json").exists():
        raise NoHub(
            f"There is no hub in {data}. Make one with `tequio init --url https://hub.example.org`, "
            "or name its folder with --data."
        )


def start(data: Path, *, hub: bool = True) -> None:
    """Load settings and apps for `data`, which holds a `hub` unless said; call once, before importing any wall."""
    if hub:
        require_hub(data)
    os.environ["TEQUIO_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tequio.site.settings")
    import django

    django.setup()
