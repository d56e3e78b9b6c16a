"""The corpus by which the offline page's script is held to the Python: bundles, codes, moments and what to answer.

`python -m tests.standards.badges.offline_vectors` writes it anew; it is the same on every machine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tequio.credentials.advice import verdict_code
from tequio_standards.badges import (
    CachedStatusList,
    StatusSpec,
    Template,
    TemplateSigner,
    pack,
    paper_code,
)
from tequio_standards.badges.bundle import BundleRefused, check_with_bundle, parse_bundle
from tequio_standards.vc import KeyPeriod, KeyState, key_method
from tequio_standards.vc.keys import witness_of
from tests.standards.badges.bundles import (
    LIST_URL,
    OTHER_TEMPLATE,
    TEMPLATE,
    VALUES,
    document,
    forgeries,
    trusted,
)
from tests.standards.badges.bundles import signed as signed_bundle
from tests.standards.badges.templates import METHOD, NAMES, signer, template, with_name
from tests.standards.badges.world import DID, HUB, INDEX, NOW, OTHER_DID, OURS, THEIRS, status_list

FILE = Path(__file__).with_name("offline_vectors.json")
SUSPENSIONS = f"{HUB}/status/nodo/suspension/1"
PAGE = f"{HUB}/es/verify/offline/"
MADE_THERE = frozenset({"form", "proof", "issuer_binding", "dates", "status", "issuer_known", "log"})
Json = dict[str, Any]

REAL, REAL_VALUES = template(
    demonstration=False,
    status=(
        StatusSpec(url=LIST_URL, index=INDEX),
        StatusSpec(url=SUSPENSIONS, index=INDEX, purpose="suspension"),
    ),
)
SIGNED = signer(REAL).sign(REAL_VALUES)
CODE = paper_code(pack(REAL, SIGNED))


def made(
    *templates: Template,
    lists: dict[str, bytes] | None = None,
    key: KeyPeriod | None = None,
    demo: bool = False,
    **changes: Any,
) -> bytes:
    """The bundle with other lists or another standing of our key; what signs it is another key then."""
    kept = trusted()
    by = OURS if key is None else THEIRS  # a new key signs all lists anew
    quiet = {
        LIST_URL: status_list(key=by),
        SUSPENSIONS: status_list(key=by, url=SUSPENSIONS, purpose="suspension"),
    }
    found = {url: CachedStatusList(data, NOW) for url, data in ({**quiet, **(lists or {})}).items() if data}
    keys = kept.issuers[DID].keys if key is None else (key, KeyPeriod(THEIRS.multibase))
    issuers = {**kept.issuers, DID: replace(kept.issuers[DID], keys=keys, demo=demo)}
    said = document(replace(kept, issuers=issuers, status_lists=found), REAL, *templates, **changes)
    method = METHOD if key is None else key_method(DID, THEIRS.multibase)
    return signed_bundle(said, OURS if key is None else THEIRS, method)


def bundles() -> Iterator[tuple[str, bytes]]:
    yield "good", made(TEMPLATE)
    yield "revoked", made(lists={LIST_URL: status_list(raised=(INDEX,))})
    yield "neighbour revoked", made(lists={LIST_URL: status_list(raised=(INDEX - 1, INDEX + 1))})
    suspended = status_list(url=SUSPENSIONS, purpose="suspension", raised=(INDEX,))
    yield "suspended", made(lists={SUSPENSIONS: suspended})
    yield "no list", made(lists={LIST_URL: b""})
    yield "list of another address", made(lists={LIST_URL: status_list(url=f"{HUB}/status/nodo/2")})
    yield "list of another issuer", made(lists={LIST_URL: status_list(key=THEIRS, did=OTHER_DID)})
    yield "list of another purpose", made(lists={LIST_URL: status_list(purpose="suspension")})
    yield "list past its end", made(lists={LIST_URL: status_list(valid_until=NOW - timedelta(minutes=1))})
    yield "key retired since", made(key=KeyPeriod(OURS.multibase, None, NOW, KeyState.RETIRED))
    long_ago = NOW - timedelta(days=90)
    yield "key retired before", made(key=KeyPeriod(OURS.multibase, None, long_ago, KeyState.RETIRED))
    yield "key lost", made(key=KeyPeriod(OURS.multibase, None, long_ago, KeyState.COMPROMISED))
    seen = frozenset({witness_of(bytes([num]) * 64) for num in range(9)} | {witness_of(SIGNED.signature)})
    yield "key lost, logged", made(key=KeyPeriod(OURS.multibase, None, long_ago, KeyState.COMPROMISED, seen))
    lost = KeyPeriod(OURS.multibase, None, long_ago, KeyState.COMPROMISED, seen)
    yield "list signed by the lost key", made(key=lost, lists={LIST_URL: status_list()})
    yield "demo issuer", made(demo=True)


def papers() -> Iterator[tuple[str, str, str, datetime]]:
    """Name, bundle, code, moment."""
    yield from ((f"bundle: {name}", name, CODE, NOW) for name, _ in bundles())
    for days in (-40, -1, 6, 8, 400):
        yield f"day {days}", "good", CODE, NOW + timedelta(days=days)
        yield f"revoked, day {days}", "revoked", CODE, NOW + timedelta(days=days)
    later = template(demonstration=False, valid_from=NOW + timedelta(days=2))[1]
    yield (
        "begins later",
        "good",
        paper_code(pack(REAL, signer(REAL).sign((*REAL_VALUES[:3], later[3], *REAL_VALUES[4:])))),
        NOW,
    )
    yield "demo template", "good", paper_code(pack(TEMPLATE, signer(TEMPLATE).sign(VALUES))), NOW
    for name, text in NAMES.items():
        yield (
            f"name: {name}",
            "good",
            paper_code(pack(REAL, signer(REAL).sign(with_name(REAL, REAL_VALUES, text)))),
            NOW,
        )
    other = template(name="Otra cosa")[1]
    yield (
        "template unknown",
        "good",
        paper_code(pack(OTHER_TEMPLATE, signer(OTHER_TEMPLATE).sign(other))),
        NOW,
    )
    yield "key unknown", "good", _by("did:web:nobody.example", REAL), NOW
    yield "another issuer's key", "good", _by(OTHER_DID, REAL), NOW
    yield from _changed()


def _by(did: str, made_by: Template) -> str:
    own = TemplateSigner(
        made_by, key=THEIRS, verification_method=key_method(did, THEIRS.multibase), created=NOW
    )
    return paper_code(pack(made_by, own.sign(REAL_VALUES)))


def _changed() -> Iterator[tuple[str, str, str, datetime]]:
    packed = pack(REAL, SIGNED)
    for name, data in (
        ("name", packed.replace("María".encode(), b"Mariox")),
        ("not normalised", packed.replace("María".encode(), "Maria\u0301"[:5].encode() + b"x")),
        ("control", packed.replace("María".encode(), b"Mari\x00x")),
        ("not UTF-8", packed.replace("María".encode(), b"Mari\xff\xff")),
        ("signature", packed[:-1] + bytes([packed[-1] ^ 1])),
        ("another day", packed[:13] + bytes([0, 1]) + packed[15:]),
        ("cut", packed[:-1]),
        ("goes on", packed + b"\0"),
        ("another form", b"\2" + packed[1:]),
        ("status index", packed[:-66] + bytes([packed[-66] ^ 1]) + packed[-65:]),
    ):
        yield f"changed: {name}", "good", paper_code(data), NOW
    for name, code in (
        ("misread", CODE[:-4]),
        ("small letters", CODE.lower()),
        ("none", "#T1"),
        ("a word", "hello"),
    ):
        yield f"code: {name}", "good", code, NOW


def corpus() -> Json:
    """Everything, with Python's answers."""
    held = dict(bundles())
    parsed = {name: parse_bundle(data) for name, data in held.items()}
    cases = []
    for name, which, code, at in papers():
        report = check_with_bundle((PAGE + code).encode(), bundle=parsed[which], at=at)
        cases.append(
            {
                "name": name,
                "bundle": which,
                "text": PAGE + code,
                "at": at.isoformat(),
                "verdict": verdict_code(report),
                "codes": {
                    check.name: check.code
                    for check in report.checks
                    if check.name in MADE_THERE and check.code not in ("skipped", "log_not_needed")
                },
                "learner": report.document["credentialSubject"]["name"] if report.document else None,
            }
        )
    return {
        "hub": HUB,
        "bundles": {name: data.decode() for name, data in held.items()},
        "cases": cases,
        "quads": [
            {
                "text": PAGE + paper_code(pack(REAL, made_)),
                "sha256": hashlib.sha256(REAL.quads(made_.values)).hexdigest(),
            }
            for made_ in (signer(REAL).sign(with_name(REAL, REAL_VALUES, text)) for text in NAMES.values())
        ],
    }


def refused() -> Json:
    """Bundles by name that neither side believes; made when asked, not kept."""
    return {name: data.decode() for name, data in forgeries() if _is_refused(data)}


def _is_refused(data: bytes) -> bool:
    try:
        parse_bundle(data)
    except BundleRefused:
        return True
    return False


def to_text() -> str:
    return json.dumps(corpus(), ensure_ascii=True, indent=0, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(to_text(), "utf-8")
