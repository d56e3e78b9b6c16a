"""Opens what a teacher brings: says which format it is, reads its members safely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.kit.errors import Refused
from tequio_standards import strict

if TYPE_CHECKING:
    from pathlib import Path


class ImportRefused(Refused):
    """The file cannot be imported; the sentence says why. Nothing was written."""

    code = "import_refused"


def read_archive(path: Path) -> dict[str, bytes]:
    """Members of the archive at `path` by name; refuses bombs, escapes, links and what is no archive."""
    try:
        return strict.read_archive(path.read_bytes())
    except FileNotFoundError as error:
        raise ImportRefused(_("There is no file %(path)s.") % {"path": path}) from error
    except strict.StrictError as error:
        raise ImportRefused(_("This file cannot be read safely: %(reason)s") % {"reason": error}) from error
