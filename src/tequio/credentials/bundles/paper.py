"""The code that is printed on a certificate: all of it, for whoever has no internet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.credentials import templating
from tequio.credentials.viewing import credential_row

if TYPE_CHECKING:
    from tequio.credentials.values import CredentialId


def paper_code(credential: CredentialId | str) -> str:
    """The fragment with its `#`; empty for a certificate of before there were templates."""
    return templating.paper_code(credential_row(credential))
