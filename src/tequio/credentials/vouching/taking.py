"""Taking another hub's registry in: look first, confirm changed keys by typing, keep who did it; and taking out again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.db import transaction

from tequio.credentials.issuers import issuers
from tequio.credentials.models import TrustedIssuer
from tequio.credentials.trusting import trust, write_trust_file
from tequio.credentials.vouching.refusals import RegistryRefused
from tequio.credentials.vouching.registry_file import UnfitRegistry, read_registry
from tequio.credentials.vouching.values import Become, BelievedIssuer, IntakeInfo, Plan
from tequio.credentials.vouching.weighing import Known, weigh
from tequio.credentials.vouching_models import IssuerRemoval, RegistryIntake
from tequio.kit import ids
from tequio.people import api as people
from tequio.people.values import Action, PersonId
from tequio_standards.badges import issuer_from_json, issuer_to_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tequio.credentials.vouching.values import Change
    from tequio.people.values import Actor

TYPED = 8  # how many characters of a changed key somebody has to bring from elsewhere


def look(data: bytes, *, by: Actor, now: datetime) -> Plan:
    """What taking this registry in would change; `RegistryRefused` when it may not be taken at all."""
    _operator(by)
    return _plan(data, now)


def take(data: bytes, *, by: Actor, now: datetime, confirmed: Mapping[str, str] | None = None) -> Plan:
    """Take it in. `confirmed`: for each issuer whose keys changed, the end of its new key, as its people said it."""
    _operator(by)
    with transaction.atomic():
        list(TrustedIssuer.objects.select_for_update())  # so that two intakes see each other
        plan = _plan(data, now)
        for change in plan.to_confirm:
            if (confirmed or {}).get(change.did, "").strip() != change.new_key[-TYPED:]:
                raise RegistryRefused("not_confirmed", change.did)
        _write(plan, data, by, now)
        transaction.on_commit(write_trust_file)
    return plan


@transaction.atomic
def remove(*, did: str, reason: str, by: Actor, now: datetime) -> None:
    """Believe an issuer from elsewhere no longer; a row keeps what was believed, who ended it and why."""
    _operator(by)
    assert by.person is not None  # nobody is allowed nothing
    row = TrustedIssuer.objects.select_for_update().filter(did=did).first()
    if row is None:
        raise RegistryRefused("not_believed")
    if not reason.strip():
        raise RegistryRefused("no_reason")
    IssuerRemoval.objects.create(
        did=did, entry=row.entry, reason=reason.strip()[:500], by_id=by.person, at=now
    )
    row.delete()
    transaction.on_commit(write_trust_file)


def believed(*, by: Actor) -> tuple[BelievedIssuer, ...]:
    """Every issuer from elsewhere that this hub believes."""
    _operator(by)
    return tuple(_believed(row) for row in TrustedIssuer.objects.order_by("did"))


def intakes(*, by: Actor, limit: int = 20) -> tuple[IntakeInfo, ...]:
    """What was taken in, the newest first."""
    _operator(by)
    return tuple(
        IntakeInfo(
            signer=row.signer,
            name=row.name,
            digest=row.digest,
            by_name=people.person(PersonId(row.by_id)).name,
            at=row.at,
            changes=tuple((did, become) for did, become in row.changes),
        )
        for row in RegistryIntake.objects.order_by("-pk")[:limit]
    )


def _plan(data: bytes, now: datetime) -> Plan:
    try:
        offered = read_registry(data)
        changes = weigh(offered, _known(offered.signer), now=now)
    except UnfitRegistry as unfit:
        raise RegistryRefused(unfit.code, unfit.did) from unfit
    assert offered.trust.as_of is not None  # read_registry refuses one without
    return Plan(
        signer=offered.signer,
        name=offered.trust.name,
        as_of=offered.trust.as_of,
        digest=hashlib.sha256(data).hexdigest(),
        changes=changes,
        accreditations=len(offered.trust.accreditations),
    )


def _known(signer: str) -> Known:
    own = {info.did for info in issuers()}
    everybody = trust().issuers
    last = RegistryIntake.objects.filter(signer=signer).order_by("-as_of").first()
    from_signer = TrustedIssuer.objects.filter(intake__signer=signer).values_list("did", flat=True)
    return Known(
        own={did: info for did, info in everybody.items() if did in own},
        believed={did: info for did, info in everybody.items() if did not in own},
        from_signer=frozenset(from_signer),
        last_as_of=last.as_of if last else None,
    )


def _write(plan: Plan, data: bytes, by: Actor, now: datetime) -> None:
    assert by.person is not None  # nobody is allowed nothing
    intake = RegistryIntake.objects.create(
        uuid=ids.new_uuid(),
        signer=plan.signer,
        name=plan.name[:300],
        digest=plan.digest,
        document=data,
        as_of=plan.as_of,
        changes=[(change.did, str(change.become)) for change in plan.changes],
        by_id=by.person,
        at=now,
    )
    for change in plan.changes:
        if change.after is not None and change.become not in (Become.OURS, Become.SAME):
            _believe(change, intake, by, now)


def _believe(change: Change, intake: RegistryIntake, by: Actor, now: datetime) -> None:
    assert change.after is not None
    assert by.person is not None  # nobody is allowed nothing
    TrustedIssuer.objects.update_or_create(
        did=change.did,
        defaults={
            "entry": issuer_to_json(change.after),
            "intake": intake,
            "added_by_id": by.person,
            "added_at": now,
        },
    )


def _believed(row: TrustedIssuer) -> BelievedIssuer:
    info = issuer_from_json(row.entry)
    return BelievedIssuer(
        did=row.did,
        names=info.names,
        url=info.url,
        country=info.country,
        demo=info.demo,
        keys=tuple(key.multibase for key in info.keys),
        by_name=people.person(PersonId(row.added_by_id)).name,
        at=row.added_at,
    )


def _operator(by: Actor) -> None:
    people.require(by, Action.HUB_OPERATE, organisation=people.organisations()[0].id)
