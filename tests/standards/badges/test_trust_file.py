"""Trust files: they come back as written, and every fault names its place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tequio_standards.badges import TrustFileError, parse_trust, trust_to_bytes
from tequio_standards.vc import KeyPeriod, KeyState
from tests.standards.badges.world import DID, NOW, OURS, trust

FILE = json.loads(trust_to_bytes(trust()))


def _fault(change: Any) -> str:
    document = json.loads(json.dumps(FILE))
    change(document)
    with pytest.raises(TrustFileError) as refused:
        parse_trust(json.dumps(document).encode())
    return refused.value.pointer


def test_a_trust_comes_back_as_it_was_written():
    known = trust()
    keys = (KeyPeriod(OURS.multibase, NOW, NOW + timedelta(days=1), KeyState.RETIRED),)
    known = replace(
        known,
        issuers={
            **known.issuers,
            DID: replace(known.issuers[DID], keys=keys, demo=True, url="https://x.example", country="MX"),
        },
        max_age=timedelta(days=3),
    )
    assert parse_trust(trust_to_bytes(known)) == known


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        (lambda d: d.update(format=2), "/format"),
        (lambda d: d.pop("format"), "/format"),
        (lambda d: d.update(issuers=[]), "/issuers"),
        (lambda d: d["issuers"][DID].update(names={}), f"/issuers/{DID}/names"),
        (lambda d: d["issuers"][DID].update(demo="no"), f"/issuers/{DID}/demo"),
        (lambda d: d["issuers"][DID]["keys"][0].update(multibase="z6"), f"/issuers/{DID}/keys/0/multibase"),
        (lambda d: d["issuers"][DID]["keys"][0].update(state="lost"), f"/issuers/{DID}/keys/0/state"),
        (lambda d: d["issuers"][DID]["keys"][0].update(valid_from="x"), f"/issuers/{DID}/keys/0/valid_from"),
        (lambda d: d["issuers"][DID].update(keys=[1]), f"/issuers/{DID}/keys/0"),
        (lambda d: d.update(as_of="2026"), "/as_of"),
        (lambda d: d.update(max_age_days=True), "/max_age_days"),
        (
            lambda d: next(iter(d["status_lists"].values())).pop("fetched_at"),
            "/status_lists/https:~1~1hub.example~1status~1nodo~11/fetched_at",
        ),
    ],
)
def test_a_fault_names_its_place(change, pointer):
    assert _fault(change) == pointer


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"format": 1, "format": 1}', b"\xff"])
def test_what_is_no_trust_file_is_refused(data):
    with pytest.raises(TrustFileError):
        parse_trust(data)
