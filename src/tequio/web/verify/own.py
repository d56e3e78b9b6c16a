"""Finding out whether a genuine document is one that this hub issued: then its page can say more."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from tequio.credentials import api as credentials
from tequio.credentials.values import CredentialId
from tequio.kit.errors import NotFound

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.values import CredentialView, SignedFacts


def own_certificate(facts: SignedFacts | None, *, now: datetime) -> CredentialView | None:
    """The certificate as kept here. Another issuer may sign our address: then it is not ours."""
    prefix = f"{settings.HUB_URL}/credentials/"
    if facts is None or not facts.id.startswith(prefix):
        return None
    try:
        view = credentials.credential(CredentialId(UUID(facts.id.removeprefix(prefix))), now=now)
    except (NotFound, ValueError):
        return None
    return view if view.issuer_did == facts.issuer_did else None
