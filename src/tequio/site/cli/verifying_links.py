"""What `tequio verify` does with a network, and only when it is told to: open a link, look up keys and status lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tequio.credentials.fetching.fetcher import Fetcher, Purpose
from tequio.credentials.fetching.keeping import CopyFolder
from tequio.credentials.fetching.links import THIS_MACHINE, parse_link
from tequio.credentials.fetching.looking_up import look_up

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.fetching.looking_up import LookedUp
    from tequio_standards.badges import Trust

ADD_FETCH = "This is a link. Add --fetch to have it opened; nothing is fetched otherwise."


def is_link(name: str) -> bool:
    """Whether it is meant as a link and not as a file."""
    return name.startswith(("https://", "http://"))


def open_link(link: str, *, now: datetime) -> bytes:
    """What lies at a link somebody typed: of any public host, or of a hub on this very machine."""
    here = parse_link(link, loopback=True).host in THIS_MACHINE
    fetcher = Fetcher(hosts=THIS_MACHINE if here else None, loopback=here)
    return fetcher.fetch(link, Purpose.CREDENTIAL, now=now).data


def looked_up(
    data: bytes, *, trust: Trust, at: datetime, now: datetime
) -> tuple[Trust, tuple[LookedUp, ...]]:
    """`trust` with what public hosts say that it lacked; keys found so make a signature good, and no issuer known."""
    fetcher = Fetcher(hosts=None, copies=CopyFolder(Path.home() / ".cache" / "tequio" / "fetched"))
    return look_up(data, trust=trust, at=at, now=now, fetcher=fetcher)
