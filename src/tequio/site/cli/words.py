"""The words the command line knows. A word's code is loaded when it is said, so that each starts fast and light."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


class Word(Protocol):
    """A module of this folder: `add` tells argparse of itself and sets `run`."""

    def add(self, subparsers: Subparsers, /) -> None: ...


def running() -> dict[str, Word]:
    """Words for a hub's life; light to load."""
    from tequio.site.cli import (
        backup,
        bundle,
        conformance,
        credentials,
        demo,
        doctor,
        init,
        keys,
        messages,
        rebuild,
        records,
        registry,
        restore,
        serve,
        upgrade,
    )

    return {
        "demo": demo,
        "init": init,
        "serve": serve,
        "upgrade": upgrade,
        "backup": backup,
        "restore": restore,
        "doctor": doctor,
        "rebuild": rebuild,
        "records": records,
        "keys": keys,
        "bundle": bundle,
        "conformance": conformance,
        "registry": registry,
        "credentials": credentials,
        "messages": messages,
    }


def _course() -> Word:
    from tequio.site.cli import course

    return course


def _import() -> Word:
    from tequio.site.cli import bring

    return bring


def _verify() -> Word:
    from tequio.site.cli import verify

    return verify


def _credential() -> Word:
    from tequio.site.cli import credential

    return credential


HEAVY: dict[str, Callable[[], Word]] = {
    "course": _course,
    "credential": _credential,
    "import": _import,
    "verify": _verify,
}


def needed_for(said: str | None) -> list[Word]:
    """The words to load when `said` comes first on the line; all of them when it is none of ours."""
    light = running()
    if said in light:
        return [light[said]]
    if said in HEAVY:
        return [HEAVY[said]()]
    return [*light.values(), *(load() for load in HEAVY.values())]
