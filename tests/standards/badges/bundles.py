"""A genuine bundle, and everything that somebody might hand over in its place."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tequio_standards.badges import CachedStatusList, IssuerInfo, Template, Trust
from tequio_standards.badges.bundle import bundle_document, sign_bundle
from tequio_standards.vc import KeyPeriod, KeyState, PrivateKey, key_method
from tests.standards.badges.templates import METHOD, template
from tests.standards.badges.world import DID, HUB, LIST_URL, NOW, OTHER_DID, OURS, THEIRS, status_list

TEMPLATE, VALUES = template()
OTHER_TEMPLATE, _ = template(name="Otra cosa")
LASTS = timedelta(days=7)
OTHER_URL = f"{HUB}/status/nodo/2"

Json = dict[str, Any]


def trusted(*, status: bytes | None = None, **changes: Any) -> Trust:
    ours = IssuerInfo({"es": "Nodo Anáhuac"}, (KeyPeriod(OURS.multibase),), url=HUB)
    theirs = IssuerInfo({"es": "Politécnico"}, (KeyPeriod(THEIRS.multibase),), url="https://other.example")
    lists = {
        LIST_URL: CachedStatusList(status or status_list(), NOW),
        OTHER_URL: CachedStatusList(status_list(url=OTHER_URL), NOW),
    }
    known = Trust({DID: ours, OTHER_DID: theirs}, lists, as_of=NOW, name=HUB)
    return replace(known, **changes)


def document(trust: Trust | None = None, *templates: Template, **changes: Any) -> Json:
    said = bundle_document(
        issuer=DID,
        hub=HUB,
        as_of=NOW,
        stale_after=NOW + LASTS,
        trust=trust or trusted(),
        templates=templates or (TEMPLATE,),
    )
    return {**said, **changes}


def signed(said: Json, key: PrivateKey = OURS, method: str = METHOD) -> bytes:
    return sign_bundle(said, key=key, verification_method=method, created=NOW)


def bundle(trust: Trust | None = None, **changes: Any) -> bytes:
    return signed(document(trust, **changes))


def _edited(change: Callable[[Json], None]) -> bytes:
    """Changed after it was signed."""
    said = copy.deepcopy(json.loads(bundle()))
    change(said)
    return json.dumps(said).encode()


def _swap_lists(said: Json) -> None:
    lists = said["trust"]["status_lists"]
    lists[LIST_URL], lists[OTHER_URL] = lists[OTHER_URL], lists[LIST_URL]


def _old_list(said: Json) -> None:
    said["trust"]["status_lists"][LIST_URL]["document"] = status_list(
        valid_from=NOW - timedelta(days=3)
    ).decode()


def _swap_template(said: Json) -> None:
    said["templates"] = document(None, OTHER_TEMPLATE)["templates"]


def _foreign_lines(said: Json) -> None:
    said["templates"][0]["quads"] = document(None, OTHER_TEMPLATE)["templates"][0]["quads"]


def _their_key(said: Json) -> None:
    said["trust"]["issuers"][DID]["keys"] = [{"multibase": THEIRS.multibase, "state": "active"}]


def forgeries() -> Iterator[tuple[str, bytes]]:
    """Bundles that must be refused whoever reads them, by what was done to them."""
    whole = bundle()
    yield "changed: fresher", _edited(lambda said: said.update(staleAfter="2031-01-01T00:00:00Z"))
    yield "changed: another key for the issuer", _edited(_their_key)
    yield "changed: lists swapped", _edited(_swap_lists)
    yield "changed: an older list put back", _edited(_old_list)
    yield "changed: template swapped", _edited(_swap_template)
    yield "changed: another template's lines", _edited(_foreign_lines)
    yield "changed: unsigned member", _edited(lambda said: said.update(extra="x"))
    yield "not signed", json.dumps(document()).encode()
    yield "an empty set of signatures", _edited(lambda said: said.update(proof=[]))
    yield (
        "signed by another listed issuer",
        signed(document(), THEIRS, key_method(OTHER_DID, THEIRS.multibase)),
    )
    yield "signed by a key that nobody lists", signed(document(), THEIRS, key_method(DID, THEIRS.multibase))
    yield "signed by a lost key", bundle(_with_key(KeyState.COMPROMISED))
    yield "signed by a key of long ago", bundle(_with_key(KeyState.RETIRED))
    yield "in the name of another hub", bundle(hub="https://other.example")
    yield "stale before it was made", bundle(staleAfter="2020-01-01T00:00:00Z")
    yield "of another format", bundle(format=2)
    yield "format as a truth", bundle(format=True)
    yield "twice the same key", whole.replace(b'"format":1', b'"format":1,"format":1', 1)
    yield "nested", whole.replace(b'"registries":[]', b'"registries":[' + b"[" * 40 + b"]" * 40 + b"]", 1)
    yield "a number for a text", bundle(logRoots=[1])
    yield "a trust file", json.dumps(document()["trust"]).encode()
    yield "nothing", b""
    yield from ((f"cut off after {part} %", whole[: len(whole) * part // 100]) for part in (10, 50, 90, 99))


def _with_key(state: KeyState) -> Trust:
    long_ago = KeyPeriod(OURS.multibase, None, NOW - timedelta(days=90), state)
    kept = trusted()
    return replace(kept, issuers={**kept.issuers, DID: replace(kept.issuers[DID], keys=(long_ago,))})


def impostures() -> Iterator[tuple[str, bytes]]:
    """Whole and rightly signed, by somebody who is not the hub that the reader knows."""
    as_us = trusted()
    ours = replace(as_us.issuers[DID], keys=(KeyPeriod(THEIRS.multibase),))
    posing = replace(as_us, issuers={**as_us.issuers, DID: ours})
    yield (
        "a stranger lists a key of their own for us",
        signed(document(posing), THEIRS, key_method(DID, THEIRS.multibase)),
    )
    elsewhere = replace(as_us, name="https://other.example")
    theirs = document(elsewhere, issuer=OTHER_DID, hub="https://other.example")
    yield "another hub's own bundle", signed(theirs, THEIRS, key_method(OTHER_DID, THEIRS.multibase))


def self_contradictions() -> Iterator[tuple[str, bytes]]:
    """Signed by the hub itself, and yet a part is not what it says: the audit must name it."""
    for name, change in (
        ("lists swapped", _swap_lists),
        ("another template's lines", _foreign_lines),
        ("a template that is none", lambda said: said["templates"][0].update(body="{}")),
        ("a root that nobody signed", lambda said: said.update(logRoots=['{"type":"IssuanceLogRoot"}'])),
        (
            "a context of its own",
            lambda said: said.update(contexts={"https://www.w3.org/ns/credentials/v2": "{}"}),
        ),
    ):
        said = copy.deepcopy(document())
        change(said)
        yield name, signed(said)
