"""Whom this hub believes: its own issuers, those it added, and the status lists at hand."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from tequio.credentials import log, shards
from tequio.credentials.issuers import issuers, key_periods
from tequio.credentials.models import TrustedIssuer
from tequio.kit.errors import Refused
from tequio.people import api as people
from tequio.people.values import Action
from tequio_standards.badges import (
    CachedStatusList,
    IssuerInfo,
    Trust,
    TrustFileError,
    check_credential,
    issuer_from_json,
    issuer_to_json,
    parse_trust,
    trust_to_bytes,
)

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.values import IssuerInfo as OwnIssuer
    from tequio.people.values import Actor
    from tequio_standards.badges import Report


class TrustRefused(Refused):
    """The trust file cannot be taken."""

    code = "trust_refused"


def trust(*, now: datetime | None = None) -> Trust:
    """Everything this hub can check with; with `now`, its own lists are signed anew when they have aged."""
    if now is not None:
        shards.publish_aged(now=now)
    own = {info.did: _entry(info) for info in issuers()}
    added = {row.did: issuer_from_json(row.entry) for row in TrustedIssuer.objects.all()}
    lists = {
        url: CachedStatusList(data, now or signed_at)
        for url, (data, signed_at) in shards.published_lists().items()
    }
    as_of = now or max((kept.fetched_at for kept in lists.values()), default=None)
    return Trust(issuers={**added, **own}, status_lists=lists, as_of=as_of, name=settings.HUB_URL)


def trust_file(*, now: datetime | None = None) -> bytes:
    """The same as a file that anyone can hand to `tequio verify --trust`."""
    return trust_to_bytes(trust(now=now))


def verify(data: bytes, *, now: datetime) -> Report:
    """Check a credential (JSON, or a PNG, SVG or PDF that carries one) against what this hub knows."""
    return check_credential(data, trust=trust(now=now), at=now)


def trust_issuers(data: bytes, *, by: Actor, now: datetime) -> tuple[str, ...]:
    """Take the issuers of another hub's trust file into this hub's registry; their DIDs come back."""
    organisation = people.organisations()[0].id
    people.require(by, Action.HUB_OPERATE, organisation=organisation)
    try:
        offered = parse_trust(data)
    except TrustFileError as error:
        raise TrustRefused(_("This is not a trust file of a hub.")) from error
    with transaction.atomic():
        for did, info in offered.issuers.items():
            entry = {"entry": issuer_to_json(info), "added_by_id": by.person, "added_at": now}
            TrustedIssuer.objects.update_or_create(did=did, defaults=entry)
        transaction.on_commit(write_trust_file)
    return tuple(offered.issuers)


def keep_current(now: datetime) -> None:
    """Chore of a running hub: sign aged status lists and the grown logs, and write the trust file that carries them."""
    shards.publish_aged(now=now)
    log.sign_roots(now)
    write_trust_file(now=now)


def write_trust_file(*, now: datetime | None = None) -> None:
    """Keep `<data>/trust.json` current: the command line verifies with it, without a database."""
    folder = Path(settings.DATA)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix="trust-")
    with os.fdopen(handle, "wb") as file:
        file.write(trust_file(now=now))
    Path(temporary).chmod(0o644)
    Path(temporary).replace(folder / "trust.json")


def _entry(info: OwnIssuer) -> IssuerInfo:
    names = {language: info.name for language, _name in settings.LANGUAGES}
    return IssuerInfo(names, key_periods(info.keys), info.demo, settings.HUB_URL, info.country)
