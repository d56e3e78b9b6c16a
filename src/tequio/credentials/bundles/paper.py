"""The code that is printed on a certificate: all of it, for whoever has no internet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.credentials.viewing import credential_row
from tequio_standards import badges

if TYPE_CHECKING:
    from tequio.credentials.values import CredentialId


def paper_code(credential: CredentialId | str) -> str:
    """The fragment with its `#`; empty for a certificate of before there were templates."""
    row = credential_row(credential)
    return badges.paper_code(bytes(row.packed)) if row.packed else ""
