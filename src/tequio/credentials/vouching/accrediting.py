"""Accreditations: the hub's first organisation says, signed, which achievements an issuer may award."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from tequio.credentials.issuers import issuer
from tequio.credentials.trusting import trust
from tequio.credentials.vouching import standing_behind
from tequio.credentials.vouching.standing_behind import VouchingRefused
from tequio.credentials.vouching.values import Kind
from tequio.people import api as people
from tequio_standards import badges

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.credentials.values import IssuerInfo
    from tequio.credentials.vouching.standing_behind import Draft
    from tequio.credentials.vouching.values import VouchingId, VouchingInfo
    from tequio.people.values import Actor

MOST_ACHIEVEMENTS = 500


def accredit(
    *,
    did: str,
    achievements: Sequence[str],
    scope: str,
    valid_until: datetime,
    by: Actor,
    now: datetime,
) -> VouchingId:
    """Accredit an issuer on the list of trust for these achievements; for all, when none is named."""
    hub = people.organisations()[0]
    standing_behind.may_sign(Kind.ACCREDITATION, hub.id, by)
    body = issuer(hub.id)
    known = trust().issuers.get(did)
    if known is None:
        raise VouchingRefused(_("Only an issuer on the list can be accredited. Take its registry in first."))
    if did == body.did:
        raise VouchingRefused(_("Nobody accredits themselves: ask another hub."))
    named = tuple(dict.fromkeys(text.strip() for text in achievements if text.strip()))
    _refuse_wrong(named)
    asked = standing_behind.Asked(
        kind=Kind.ACCREDITATION,
        organisation=hub.id,
        about=did,
        said={
            "by": hub.name,
            "about": next(iter(known.names.values()), did),
            "claim": "\n".join(named),
            "comment": scope.strip()[:500],
            "demo": body.demo,
        },
        valid_until=valid_until,
    )
    return standing_behind.sign(
        asked, lambda draft: _document(draft, body, did, named, scope.strip()[:500]), by=by, now=now
    )


def accreditations(*, by: Actor) -> tuple[VouchingInfo, ...]:
    """All that this hub accredited, the newest first."""
    hub = people.organisations()[0].id
    standing_behind.may_sign(Kind.ACCREDITATION, hub, by)
    return standing_behind.signed_by(hub, Kind.ACCREDITATION)


def _refuse_wrong(named: tuple[str, ...]) -> None:
    if len(named) > MOST_ACHIEVEMENTS:
        raise VouchingRefused(_("At most 500 achievements fit into one accreditation."))
    for text in named:
        if not text.startswith(("https://", "http://", "urn:", "did:")) or " " in text or len(text) > 500:
            said = _("“%(text)s” is not the address of an achievement. Write one address a line.")
            raise VouchingRefused(said % {"text": text[:80]})


def _document(
    draft: Draft, body: IssuerInfo, did: str, named: tuple[str, ...], scope: str
) -> dict[str, Any]:  # JSON values
    return badges.build_accreditation(
        badges.AccreditationSpec(
            id=draft.id,
            issuer=badges.ProfileSpec(
                id=draft.key.did, name=body.name, url=settings.HUB_URL, country=body.country
            ),
            accredited=did,
            name=_("Accreditation of an issuer"),
            valid_from=draft.valid_from,
            valid_until=draft.valid_until,
            may_issue=named,
            any_achievement=not named,
            scope=scope,
            status=draft.status,
            demonstration=draft.key.demo,
        )
    )
