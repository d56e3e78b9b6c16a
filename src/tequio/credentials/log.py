"""The issuer's log of signatures: appended when signing, its root signed once a day (docs/decisions/0006)."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING

from tequio.credentials import keyfiles
from tequio.credentials.issuers import active_key
from tequio.credentials.models import Credential, IssuanceLog, LogRoot
from tequio.people.values import OrganisationId
from tequio_standards import vc
from tequio_standards.vc import merkle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


EVERY = timedelta(days=1)


def append(organisation: OrganisationId, signatures: Iterable[bytes]) -> int:
    """Enter signatures in order; the first one's number comes back. Inside the transaction that keeps them."""
    log = _locked(organisation)
    first, edge, chain = log.size, merkle.Edge.from_bytes(log.size, bytes(log.edge)), bytes(log.chain)
    for signature in signatures:
        leaf = merkle.leaf_hash(signature)
        edge, chain = edge.appended(leaf), hashlib.sha256(chain + leaf).digest()
    log.size, log.edge, log.chain = edge.size, edge.to_bytes(), chain
    log.save(update_fields=["size", "edge", "chain"])
    return first


def next_num(organisation: OrganisationId) -> int:
    """The number of the entry that comes next; good until the transaction ends, in which the log is held."""
    return _locked(organisation).size


def sign_roots(now: datetime) -> None:
    """Chore: sign the root of every log that grew and was not signed within a day."""
    for log in IssuanceLog.objects.filter(size__gt=0):
        last = LogRoot.objects.filter(organisation__uuid=log.organisation_id).order_by("-size").first()
        if last is None or (last.size < log.size and last.at + EVERY <= now):
            sign_root(OrganisationId(log.organisation_id), now=now)


def sign_root(organisation: OrganisationId, *, now: datetime) -> LogRoot:
    """The log's size and root at this moment, signed by the key that signs now."""
    log, key = IssuanceLog.objects.get(organisation__uuid=organisation), active_key(organisation)
    root = merkle.Edge.from_bytes(log.size, bytes(log.edge)).root
    signed = vc.sign(
        {
            "type": "IssuanceLogRoot",
            "issuer": key.did,
            "size": log.size,
            "root": root.hex(),
            "chain": bytes(log.chain).hex(),
            "at": vc.moment_text(now),
        },
        key=keyfiles.signer(key.uuid),
        verification_method=key.verification_method,
        created=now,
        cryptosuite=vc.JCS,
    )
    document = json.dumps(signed, ensure_ascii=False).encode()
    fresh = {"organisation_id": organisation, "root": root, "document": document, "at": now}
    kept, _new = LogRoot.objects.get_or_create(organisation__uuid=organisation, size=log.size, defaults=fresh)
    return kept


def roots(organisation: OrganisationId) -> tuple[bytes, ...]:
    """Every signed root of an issuer's log, the oldest first, byte for byte."""
    rows = LogRoot.objects.filter(organisation__uuid=organisation).order_by("size")
    return tuple(bytes(document) for document in rows.values_list("document", flat=True))


def audit(organisation: OrganisationId) -> tuple[int, str]:
    """Replay the whole log: its size, and "" or what does not fit. Nothing is mended."""
    log = IssuanceLog.objects.filter(organisation__uuid=organisation).first()
    if log is None:
        return 0, ""
    edge, chain = merkle.Edge(), bytes(32)
    roots_by_size = {
        row.size: bytes(row.root) for row in LogRoot.objects.filter(organisation__uuid=organisation)
    }
    rows = Credential.objects.filter(organisation__uuid=organisation).order_by("log_num")
    for num, signature in rows.values_list("log_num", "signature").iterator():
        if num != edge.size:
            return edge.size, f"Entry {edge.size} is missing."
        leaf = merkle.leaf_hash(bytes(signature))
        edge, chain = edge.appended(leaf), hashlib.sha256(chain + leaf).digest()
        if roots_by_size.get(edge.size, edge.root) != edge.root:
            return edge.size, f"The root that was signed at {edge.size} entries is another one."
    whole = (edge.size, chain) == (log.size, bytes(log.chain))
    return edge.size, "" if whole else "The entries do not add up to the log's end."


def _locked(organisation: OrganisationId) -> IssuanceLog:
    fresh = {"organisation_id": organisation, "chain": bytes(32)}
    IssuanceLog.objects.get_or_create(organisation__uuid=organisation, defaults=fresh)
    return IssuanceLog.objects.select_for_update().get(organisation__uuid=organisation)
