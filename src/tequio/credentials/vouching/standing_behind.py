"""Signing a document that vouches: its place on the signer's status lists, its proof, its row; and taking it back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from tequio.credentials import keyfiles, shards
from tequio.credentials.issuers import lock_issuer
from tequio.credentials.models import StatusEntry
from tequio.credentials.trusting import write_trust_file
from tequio.credentials.vouching.values import Kind, VouchingId, VouchingInfo
from tequio.credentials.vouching_models import Vouching, VouchingRevocation
from tequio.kit import ids
from tequio.kit.errors import NotFound, Refused
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId
from tequio_standards import vc
from tequio_standards.badges import StatusSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from tequio.credentials.models import IssuerKey
    from tequio.people.values import Actor

LONGEST = timedelta(days=3 * 366)  # whoever stands behind something looks at it again

Json = dict[str, Any]  # Any: a signed document is JSON


class VouchingRefused(Refused):
    """Nobody can vouch, or take it back, like this."""

    code = "vouching_refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be signed, whoever it is by. `said` is what pages will show of it."""

    kind: Kind
    organisation: OrganisationId
    about: str
    said: dict[str, Any]  # JSON values
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document needs before it says anything: its address, who signs, its place on the status lists, when."""

    id: str
    key: IssuerKey
    status: tuple[StatusSpec, ...]
    valid_from: datetime
    valid_until: datetime


def vouching_iri(vouching: UUID, kind: Kind) -> str:
    """The document's own address, for good."""
    return f"{settings.HUB_URL}/{kind}s/{vouching}"


def sign(asked: Asked, build: Callable[[Draft], Json], *, by: Actor, now: datetime) -> VouchingId:
    """Sign what `build` makes of the draft and keep it, with a bit on the signer's list of revocations."""
    assert by.person is not None  # nobody is allowed nothing
    moment = now.replace(microsecond=0)
    if not moment < asked.valid_until <= moment + LONGEST:
        raise VouchingRefused(_("Choose a last day that lies ahead, at most three years from now."))
    with transaction.atomic():
        key, uuid = lock_issuer(asked.organisation), ids.new_uuid()
        place = shards.draw_place(asked.organisation, now=now)
        url = dict(place.urls)[shards.REVOCATION]
        status = (StatusSpec(url=url, index=place.index, purpose=shards.REVOCATION),)
        draft = Draft(vouching_iri(uuid, asked.kind), key, status, moment, asked.valid_until)
        signed = vc.sign(
            build(draft),
            key=keyfiles.signer(key.uuid),
            verification_method=key.verification_method,
            created=moment,
        )
        row = Vouching.objects.create(
            uuid=uuid,
            organisation_id=asked.organisation,
            issuer_key=key,
            kind=asked.kind,
            about=asked.about,
            said=asked.said,
            document=json.dumps(signed, ensure_ascii=False, indent=1).encode(),
            valid_from=moment,
            valid_until=asked.valid_until,
            by_id=by.person,
            at=now,
        )
        shards.take_place(place, row)
        transaction.on_commit(write_trust_file)
    return VouchingId(uuid)


def withdraw(*, vouching: VouchingId, reason: str, by: Actor, now: datetime) -> None:
    """Stand behind something no longer, with a reason that anyone may read."""
    row = _row(vouching)
    may_sign(row.kind, OrganisationId(row.organisation_id), by)
    assert by.person is not None  # nobody is allowed nothing
    if not reason.strip():
        raise VouchingRefused(_("Say why, in a sentence that others may read."))
    with transaction.atomic():
        entry = StatusEntry.objects.select_related("status_list").get(vouching=row)
        shards.lock(entry.status_list_id)
        if VouchingRevocation.objects.filter(vouching=row).exists():
            raise VouchingRefused(_("This was taken back before."))
        VouchingRevocation.objects.create(vouching=row, reason=reason.strip()[:500], by_id=by.person, at=now)
        shards.publish(entry.status_list_id, now=now)
        transaction.on_commit(write_trust_file)


def may_sign(kind: str, organisation: OrganisationId, by: Actor) -> None:
    """An officer signs endorsements of their organisation; whoever runs it says whom it accredits."""
    action = Action.ENDORSEMENT_SIGN if kind == Kind.ENDORSEMENT else Action.HUB_OPERATE
    people.require(by, action, organisation=organisation)


def to_withdraw(which: VouchingId, *, by: Actor) -> VouchingInfo:
    """One of them, for who may take it back; `NotFound` when there is none."""
    row = _row(which)
    may_sign(row.kind, OrganisationId(row.organisation_id), by)
    return _info(row)


def vouching_document(which: VouchingId, kind: Kind) -> bytes:
    """The signed document, byte for byte."""
    row = _row(which)
    if row.kind != kind:
        raise NotFound(_("There is no such document."))
    return bytes(row.document)


def signed_by(organisation: OrganisationId, kind: Kind) -> tuple[VouchingInfo, ...]:
    """All that an organisation signed of one kind, the newest first, taken back or not."""
    rows = Vouching.objects.filter(organisation__uuid=organisation, kind=kind)
    return tuple(_info(row) for row in rows.order_by("-pk"))


def about(which: Iterable[str], kind: Kind, *, now: datetime) -> tuple[VouchingInfo, ...]:
    """What stands now about any of these, the newest first."""
    rows = Vouching.objects.filter(about__in=list(which), kind=kind, valid_until__gt=now)
    return tuple(info for row in rows.order_by("-pk") if (info := _info(row)).stands(now))


def _row(which: VouchingId) -> Vouching:
    row = Vouching.objects.select_related("issuer_key").filter(uuid=which).first()
    if row is None:
        raise NotFound(_("There is no such document."))
    return row


def _info(row: Vouching) -> VouchingInfo:
    revoked = VouchingRevocation.objects.filter(vouching=row).first()
    return VouchingInfo(
        id=VouchingId(row.uuid),
        kind=Kind(row.kind),
        organisation_name=row.said["by"],
        about=row.about,
        about_name=row.said["about"],
        course_key=row.said.get("course", ""),
        claim=row.said["claim"],
        count=row.said.get("count", 0),
        comment=row.said["comment"],
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        demo=row.said["demo"],
        revoked_at=revoked.at if revoked else None,
        revoked_reason=revoked.reason if revoked else "",
    )
