"""Tells whether a demo was prepared by exactly this code in the database it names, without loading any of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tequio.site import environment

SOURCE = Path(__file__).resolve().parents[1]
WATCHED = ("*/migrations/*.py", "site/seeds/**/*", "credentials/*.csv", "web/**/*.po", "*/locale/**/*.po")


def of_source() -> str:
    """One hash over schema history, seeds, and which database holds the demo."""
    digest = hashlib.sha256(environment.text("TEQUIO_DATABASE_URL").encode())
    for path in sorted({p for pattern in WATCHED for p in SOURCE.glob(pattern) if p.is_file()}):
        if path.suffix != ".pyc":
            digest.update(path.relative_to(SOURCE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_current(data: Path) -> bool:
    mark = data / "prepared"
    return mark.is_file() and mark.read_text("utf-8") == of_source()


def keep(data: Path) -> None:
    """Call last: only a folder prepared to the end may be served without preparing again."""
    (data / "prepared").write_text(of_source(), "utf-8")
