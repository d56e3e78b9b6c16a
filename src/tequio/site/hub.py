"""Who this hub is: fixed once by `tequio init` in `<data>/hub.json`, never taken from a request."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

UNBORN_URL = "https://hub.invalid"


@dataclass(frozen=True, slots=True)
class Hub:
    """The hub's own IRI, its session secret, and whether it is a demo."""

    url: str
    secret_key: str
    demo: bool

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or "localhost"


def read_hub(data: Path, url: str = "", secret_key: str = "") -> Hub:
    """The hub of this data folder; before `init`, an unborn one that can run tests and `init` itself."""
    path = data / "hub.json"
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return Hub(
        url=(url or kept.get("url") or UNBORN_URL).rstrip("/"),
        secret_key=secret_key or kept.get("secret_key") or "unborn-hub-has-no-sessions-to-protect",
        demo=bool(kept.get("demo", False)),
    )


def write_hub(data: Path, hub: Hub) -> None:
    """Keep `hub` in the data folder, readable by its owner only."""
    data.mkdir(parents=True, exist_ok=True)
    path = data / "hub.json"
    path.touch(mode=0o600)
    path.write_text(json.dumps(asdict(hub), indent=1) + "\n", "utf-8")
