"""Uploads between the report and its confirmation: kept in the data folder for a day, named by a signed token."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core import signing
from django.utils.translation import gettext as _

from tequio.kit import ids
from tequio.kit.errors import NotFound

if TYPE_CHECKING:
    from datetime import datetime

    from django.core.files.base import File

    from tequio.people.values import PersonId

KEPT_FOR = timedelta(days=1)
SALT = "tequio.web.operate.uploads"


def keep(file: File[bytes], *, by: PersonId, now: datetime) -> str:
    """Write the upload down; the token leads whoever uploaded it, and nobody else, back to it."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _forget_old(folder, now)
    name = str(ids.new_uuid())
    with (folder / name).open("xb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
    said = {"file": name, "name": (file.name or "")[:100], "by": str(by)}
    return signing.dumps(said, salt=SALT)


def reach(token: str, *, by: PersonId) -> tuple[Path, str]:
    """Where the upload lies, and what its file was called; `NotFound` when it is gone or somebody else's."""
    try:
        said = signing.loads(token, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature as error:
        raise _gone() from error
    path = _folder() / said["file"]
    if said["by"] != str(by) or not path.is_file():
        raise _gone()
    return path, said["name"]


def kept(name: str) -> Path:
    """Where an upload lies whose report has been confirmed."""
    path = _folder() / name
    if not path.is_file():
        raise _gone()
    return path


def put_beside(path: Path, text: str) -> None:
    """What was said about an upload, kept as long as it."""
    _beside(path).write_text(text, "utf-8")


def beside(path: Path) -> str:
    """What `put_beside` wrote; `NotFound` for an upload that nothing was said about."""
    if not _beside(path).is_file():
        raise _gone()
    return _beside(path).read_text("utf-8")


def forget(path: Path) -> None:
    """The upload has been imported, or is no longer wanted."""
    path.unlink(missing_ok=True)
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.about")


def _gone() -> NotFound:
    return NotFound(_("This upload is no longer kept. Upload the file again."))


def _folder() -> Path:
    return Path(settings.DATA) / "uploads"


def _forget_old(folder: Path, now: datetime) -> None:
    for path in folder.iterdir():
        if path.stat().st_mtime < (now - KEPT_FOR).timestamp():
            path.unlink(missing_ok=True)
