"""What a checkout builds from its sources before a hub runs: message catalogues, front end. A wheel carries both."""

from __future__ import annotations

import sys
from pathlib import Path

from tequio.site import assets, catalogues

ROOT = Path(__file__).resolve().parents[4]
BUILT = ROOT / "src" / "tequio" / "web" / "static" / "built"


def is_one() -> bool:
    """Whether this code runs from a checkout, not from a wheel."""
    return (ROOT / "frontend" / "package.json").is_file()


def program() -> str:
    """How a person here calls this program."""
    return "./tequio" if is_one() else "tequio"


def bring_up_to_date(*, again: bool = False) -> None:
    """Build what changed; what cannot be built is said, and the hub runs without it."""
    if not is_one():
        return
    try:
        catalogues.compile_below(ROOT / "src")
    except OSError as error:
        _tell(f"Messages cannot be compiled ({error}): pages may be in English.")
    assets.build(ROOT / "frontend", BUILT, _tell, again=again)


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
