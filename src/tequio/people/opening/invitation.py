"""A token that whoever runs the server reads on its terminal. The first to open it gets a cookie and the token dies.

Everything here ends when the hub has an operator. Only hashes are kept: reading the database opens no hub.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.kit import ids
from tequio.kit.errors import NotFound, Refused
from tequio.people.models import Membership, Opening
from tequio.people.values import Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from django.db.models import QuerySet

GOOD_FOR = timedelta(hours=24)


class Gone(NotFound):
    """The address is not known, used up or too old. Which of these, nobody is told."""

    code = "opening_gone"


def is_open() -> bool:
    """Whether this hub still waits for its first operator."""
    return not Membership.objects.filter(role=Role.OPERATOR).exists()


def invite(*, now: datetime) -> str:
    """A fresh token, good for a day; whatever was given out before is dead."""
    if not is_open():
        raise Refused(_("This hub has an operator already, who can grant roles."))
    token = ids.new_token()
    with transaction.atomic():
        Opening.objects.all().delete()
        Opening.objects.create(token_hash=_hash(token), made_at=now, expires_at=now + GOOD_FOR)
    return token


def waits(*, now: datetime) -> bool:
    """Whether an address that was given out, or whoever opened it, could still set this hub up."""
    return _living(now).exists()


def stands(token: str, *, now: datetime) -> bool:
    """Whether the token could be taken now."""
    return _living(now).filter(token_hash=_hash(token), taken_at=None).exists()


def take(token: str, *, now: datetime) -> str:
    """Use the token up; returns the holder's secret for a cookie. Of two at once, one gets it."""
    holder = ids.new_token()
    free = _living(now).filter(token_hash=_hash(token), taken_at=None)
    if not free.update(holder_hash=_hash(holder), taken_at=now):
        raise _gone()
    return holder


def answers(holder: str, *, now: datetime) -> Mapping[str, str]:
    """What the holder has answered so far."""
    return dict(_held(holder, now).answers)


def answer(holder: str, *, now: datetime, **said: str) -> None:
    """Keep answers, beside those before."""
    with transaction.atomic():
        row = _held(holder, now, lock=True)
        row.answers |= said
        row.save(update_fields=["answers"])


def spend(holder: str, *, now: datetime) -> None:
    """Within the transaction that makes the operator: of two finishers, the second finds nothing."""
    gone, _each = _living(now).filter(holder_hash=_hash(holder)).delete()
    if not gone:
        raise _gone()


def _held(holder: str, now: datetime, *, lock: bool = False) -> Opening:
    rows = _living(now).select_for_update() if lock else _living(now)
    row = rows.filter(holder_hash=_hash(holder)).first()
    if row is None:
        raise _gone()
    return row


def _living(now: datetime) -> QuerySet[Opening]:
    return Opening.objects.filter(expires_at__gt=now) if is_open() else Opening.objects.none()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _gone() -> Gone:
    return Gone(_("This address has been used, or is too old. On the server, run: tequio init"))
