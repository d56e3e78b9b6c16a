"""A new key for an issuer, and a key that is no longer believed. Old keys stay, with their periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.credentials import keyfiles, log, shards
from tequio.credentials.issuers import lock_issuer
from tequio.credentials.models import IssuanceLog, IssuerKey, KeyRevocation
from tequio.credentials.trusting import write_trust_file
from tequio.kit import ids
from tequio.kit.errors import Refused
from tequio.people.values import OrganisationId
from tequio_standards import vc
from tequio_standards.vc.did import is_did_web

if TYPE_CHECKING:
    from datetime import datetime


class KeyRefused(Refused):
    """The key cannot be replaced or disowned like this."""

    code = "key_refused"


def rotate(*, organisation: OrganisationId, now: datetime, seed: bytes | None = None) -> str:
    """Sign with a new key from now on; the old one stays published with its period. The new method comes back."""
    with transaction.atomic():
        fresh = _replace(lock_issuer(organisation), seed or ids.new_bytes(32), now)
        transaction.on_commit(write_trust_file)
    return fresh.verification_method


def revoke_key(*, method: str, since: datetime, reason: str, by_name: str, now: datetime) -> None:
    """Disown a key from `since` on. What the log had witnessed before stays good; the issuer gets a new key."""
    if since > now or not reason.strip():
        raise KeyRefused(_("Say why, and from which moment in the past the key is not to be believed."))
    with transaction.atomic():
        row = IssuerKey.objects.select_for_update().filter(verification_method=method).first()
        if row is None:
            raise KeyRefused(_("This hub has no such key: `tequio keys list` names them all."))
        if KeyRevocation.objects.filter(key=row).exists():
            raise KeyRefused(_("This key was revoked before."))
        KeyRevocation.objects.create(
            key=row, since=since, reason=reason.strip()[:500], by_name=by_name, at=now
        )
        if row.valid_until is None:
            _replace(row, ids.new_bytes(32), now)
        transaction.on_commit(write_trust_file)


def protect_all() -> int:
    """Seal every bare key file with the hub's passphrase; how many were bare comes back."""
    rows = IssuerKey.objects.values_list("uuid", flat=True)
    return sum(keyfiles.protect(uuid) for uuid in rows if keyfiles.has_seed(uuid))


def _replace(old: IssuerKey, seed: bytes, now: datetime) -> IssuerKey:
    if not is_did_web(old.did):
        raise KeyRefused(
            _(
                "This issuer's address is its key, so a new key would be a new issuer. Give the hub a domain first."
            )
        )
    moment = now.replace(microsecond=0)  # proofs tell whole seconds
    uuid, multibase = ids.new_uuid(), vc.generate(seed).multibase
    keyfiles.keep_seed(uuid, seed)  # before the row: a row without its secret could not sign
    old.valid_until = moment
    old.save(update_fields=["valid_until"])
    fresh = IssuerKey.objects.create(
        uuid=uuid,
        organisation_id=old.organisation_id,
        did=old.did,
        verification_method=vc.key_method(old.did, multibase),
        multibase=multibase,
        demo=old.demo,
        valid_from=moment,
    )
    organisation = OrganisationId(old.organisation_id)
    shards.publish_all(organisation, now=now)
    if IssuanceLog.objects.filter(organisation__uuid=organisation, size__gt=0).exists():
        log.sign_root(organisation, now=now)
    return fresh
