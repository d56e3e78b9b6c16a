"""Making this hub's bundle: signed anew when what it says has changed, and once an hour."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _

from tequio.credentials import keyfiles, log, shards
from tequio.credentials.issuers import active_key, issuers
from tequio.credentials.models import Template
from tequio.credentials.templating import compiled
from tequio.credentials.trusting import trust
from tequio.kit.errors import NotFound
from tequio.people import api as people
from tequio_standards import vc
from tequio_standards.badges.bundle import bundle_document, sign_bundle

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.models import IssuerKey

LASTS = shards.LASTS  # as long as the lists inside
AGAIN = timedelta(hours=1)
MOST_ROOTS = 30  # of each log: a month; each commits to all before it


def bundle(*, now: datetime) -> bytes:
    """The signed bundle (docs/verifying.md); asked again within the hour, the same one unless something changed."""
    key = _hub_key()
    shards.publish_aged(now=now)
    document = bundle_document(
        issuer=key.did,
        hub=settings.HUB_URL,
        as_of=now,
        stale_after=now + LASTS,
        trust=trust(),
        templates=[compiled(row) for row in Template.objects.order_by("digest")],
        contexts={url: json.dumps(vc.pinned().document(url)) for url in vc.pinned().urls()},
        log_roots=_roots(),
    )
    said = {name: value for name, value in document.items() if name not in ("asOf", "staleAfter")}
    known = f"bundle:{hashlib.sha256(json.dumps([said, key.multibase]).encode()).hexdigest()}"
    kept: bytes | None = cache.get(known)
    if kept is None:
        kept = sign_bundle(
            document, key=keyfiles.signer(key.uuid), verification_method=key.verification_method, created=now
        )
        cache.set(known, kept, timeout=AGAIN.total_seconds())
    return kept


def _hub_key() -> IssuerKey:
    """The key of the hub's first issuer: it speaks for the hub."""
    found = issuers()
    if not found:
        raise NotFound(_("This organisation issues no certificates."))
    return active_key(people.organisation_by_key(found[0].organisation_key).id)


def _roots() -> list[str]:
    organisations = [people.organisation_by_key(info.organisation_key).id for info in issuers()]
    return [root.decode() for each in organisations for root in log.roots(each)[-MOST_ROOTS:]]
