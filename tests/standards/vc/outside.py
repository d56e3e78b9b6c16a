"""Published test data beside the project (`../shared/data/credentials`); tests that need it skip aloud without it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tequio_standards.vc import Contexts, pinned

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "credentials"
_EXAMPLES = b'{"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}'
_OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context"


def path(*parts: str) -> Path:
    """A file or folder of the data, or a skip that says what is missing."""
    found = DATA.joinpath(*parts)
    if not found.exists():
        pytest.skip(
            f"../shared/data/credentials/{'/'.join(parts)} is absent, so this published test was left out"
        )
    return found


def load(*parts: str) -> Any:
    return json.loads(path(*parts).read_bytes())


def contexts() -> Contexts:
    """The pinned contexts and those that only published examples use."""
    more = {"https://www.w3.org/ns/credentials/examples/v2": _EXAMPLES}
    for version in ("", "-3.0.1", "-3.0.2"):
        more[f"{_OPEN_BADGES}{version}.json"] = path("contexts", f"ob-v3p0{version}.json").read_bytes()
    return pinned().with_more(more)
