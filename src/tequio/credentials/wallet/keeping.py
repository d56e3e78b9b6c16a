"""Keeping what a learner brings, byte for byte, and checking it anew whenever it is looked at."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.credentials.explaining import explain
from tequio.credentials.trusting import verify
from tequio.credentials.vouching_models import WalletCredential
from tequio.credentials.wallet.older import is_open_badge_2
from tequio.credentials.wallet.values import MOST_FILE_BYTES, MOST_FILES, Brought, WalletId
from tequio.kit import ids
from tequio.kit.errors import NotAllowed, NotFound, Refused
from tequio_standards.badges import Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.values import Actor, PersonId

OB3, OB2 = "ob3", "ob2"


class WalletRefused(Refused):
    """The file cannot be kept; the sentence says what to bring instead."""

    code = "wallet_refused"


def bring(*, data: bytes, name: str, by: Actor, now: datetime) -> WalletId:
    """Keep a file of one's own. The same file again is the same; what holds no credential is refused."""
    owner = _owner(by)
    if len(data) > MOST_FILE_BYTES:
        raise WalletRefused(_("This file is larger than 2 MB. Bring the certificate as JSON or PDF."))
    kind = _kind(data, now)
    digest = hashlib.sha256(data).hexdigest()
    with transaction.atomic():
        mine = WalletCredential.objects.filter(person__uuid=owner)
        list(mine.select_for_update().values_list("pk"))  # so that two uploads cannot both be the last
        known = mine.filter(digest=digest).first()
        if known is None and mine.count() >= MOST_FILES:
            raise WalletRefused(_("You have brought 30 already. Delete one that you no longer need."))
        row = known or WalletCredential.objects.create(
            uuid=ids.new_uuid(),
            person_id=owner,
            name=_plain(name),
            kind=kind,
            data=data,
            digest=digest,
            at=now,
        )
    return WalletId(row.uuid)


def wallet(*, by: Actor, now: datetime) -> tuple[Brought, ...]:
    """Everything one brought, the newest first, each checked just now."""
    rows = WalletCredential.objects.filter(person__uuid=_owner(by))
    return tuple(_brought(row, now) for row in rows.order_by("-at", "-pk"))


def brought(*, which: WalletId, by: Actor, now: datetime) -> Brought:
    """One of them, checked just now."""
    return _brought(_row(which, by), now)


def brought_file(*, which: WalletId, by: Actor) -> tuple[str, bytes]:
    """Its name and its bytes, as they were brought."""
    row = _row(which, by)
    return row.name, bytes(row.data)


def discard(*, which: WalletId, by: Actor) -> None:
    """Delete it for good: it is the learner's own."""
    _row(which, by).delete()


def _kind(data: bytes, now: datetime) -> str:
    if is_open_badge_2(data):
        return OB2
    report = verify(data, now=now)
    something_else = report.check("proof").code == "no_proof" and b"VerifiableCredential" not in data
    if report.outcome is Outcome.UNREADABLE or something_else:
        said = _(
            "There is no certificate in this file. Bring it exactly as you downloaded it: JSON, PDF or picture."
        )
        raise WalletRefused(said)
    return OB3


def _row(which: WalletId, by: Actor) -> WalletCredential:
    row = WalletCredential.objects.filter(uuid=which, person__uuid=_owner(by)).first()
    if row is None:
        raise NotFound(_("There is no such file in your wallet."))
    return row


def _brought(row: WalletCredential, now: datetime) -> Brought:
    data = bytes(row.data)
    verdict = None if row.kind == OB2 else explain(verify(data, now=now), now=now)
    return Brought(WalletId(row.uuid), row.name, len(data), row.at, verdict)


def _owner(by: Actor) -> PersonId:
    if by.person is None:
        raise NotAllowed(_("Sign in first."))
    return by.person


def _plain(name: str) -> str:
    """A file's name without what could hide itself on a page."""
    kept = "".join(letter for letter in name if unicodedata.category(letter)[0] not in "CZ" or letter == " ")
    return kept.strip()[-200:] or "credential"
