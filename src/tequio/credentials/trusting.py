"""Whom this hub believes: its own issuers, those it added, and the status lists at hand."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Max

from tequio.credentials import log, shards
from tequio.credentials.history import lists_in_force, recent_lists
from tequio.credentials.issuers import issuers, key_periods
from tequio.credentials.models import TrustedIssuer
from tequio.credentials.vouching_models import RegistryIntake, Vouching
from tequio_standards.badges import (
    CachedStatusList,
    IssuerInfo,
    Trust,
    check_credential,
    issuer_from_json,
    trust_to_bytes,
    with_accreditation,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tequio.credentials.values import IssuerInfo as OwnIssuer
    from tequio_standards.badges import Report


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
    return Trust(
        issuers={**added, **own},
        status_lists=lists,
        as_of=as_of,
        name=settings.HUB_URL,
        accreditations=(*_accreditations(), *_taken_accreditations(added)),
    )


def trust_file(*, now: datetime | None = None) -> bytes:
    """The same as a file that anyone can hand to `tequio verify --trust`."""
    return trust_to_bytes(replace(trust(now=now), earlier=recent_lists()))


def verify(data: bytes, *, now: datetime, at: datetime | None = None) -> Report:
    """Check a credential (JSON, or a PNG, SVG or PDF that carries one) against what this hub knows.

    `at`: as of this moment, when it is another one than `now`; what was revoked since is said as well.
    """
    believed = trust(now=now)
    if at is not None:
        believed = replace(believed, earlier=lists_in_force(at))
    report = check_credential(data, trust=believed, at=at or now)
    return with_accreditation(report, trust=believed, at=at or now)


def keep_current(now: datetime) -> None:
    """Chore of a running hub: sign aged status lists and the grown logs, and write the trust file that carries them."""
    shards.publish_aged(now=now)
    log.sign_roots(now)
    write_trust_file(now=now)


def write_trust_file(*, now: datetime | None = None) -> None:
    """Keep `<data>/trust.json` current: the command line verifies with it, without a database."""
    folder = Path(settings.DATA)
    data = trust_file(now=now)  # first: where a key is locked, no part is left behind
    handle, temporary = tempfile.mkstemp(dir=folder, prefix="trust-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(temporary).chmod(0o644)
    Path(temporary).replace(folder / "trust.json")


def _accreditations() -> tuple[bytes, ...]:
    """What this hub's organisations signed; their own lists say which were revoked."""
    kept = Vouching.objects.filter(kind="accreditation").order_by("pk").values_list("document", flat=True)
    return tuple(bytes(document) for document in kept)


def _taken_accreditations(added: Iterable[str]) -> Iterator[bytes]:
    """What the registries taken in last carry, of signers that are still believed."""
    newest = RegistryIntake.objects.filter(signer__in=added).values("signer").annotate(newest=Max("pk"))
    chosen = RegistryIntake.objects.filter(pk__in=newest.values("newest")).order_by("pk")
    for pk, digest in chosen.values_list("pk", "digest"):
        yield from _carried(pk, digest)


@lru_cache(maxsize=32)
def _carried(intake_pk: int, digest: str) -> tuple[bytes, ...]:
    """An intake never changes, and it was read strictly before it was kept."""
    document = json.loads(bytes(RegistryIntake.objects.get(pk=intake_pk).document))
    return tuple(text.encode() for text in document.get("accreditations", []))


def _entry(info: OwnIssuer) -> IssuerInfo:
    names = {language: info.name for language, _name in settings.LANGUAGES}
    return IssuerInfo(names, key_periods(info.keys), info.demo, settings.HUB_URL, info.country)
