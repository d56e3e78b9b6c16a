"""The registry that verifiers of the Digital Credentials Consortium read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tequio_standards.badges import IssuerInfo
from tequio_standards.badges.dcc_registry import RegisteredIssuer, dcc_registry, read_dcc_registry
from tequio_standards.strict import StrictError
from tequio_standards.vc import CredentialError
from tests.standards.badges.world import DID, NOW, OTHER_DID, trust

TRUST = replace(
    trust(),
    issuers={
        DID: IssuerInfo({"es": "Nodo Anáhuac"}, (), url="https://hub.example", country="MX"),
        OTHER_DID: IssuerInfo({"es": "De juego"}, (), demo=True),
    },
)


def test_issuers_are_written_as_others_read_them_and_play_is_left_out():
    document = json.loads(dcc_registry(TRUST, updated=NOW))
    assert document == {
        "meta": {"updated": "2026-11-23T12:00:00Z"},
        "registry": {DID: {"name": "Nodo Anáhuac", "location": "MX", "url": "https://hub.example"}},
    }


def test_what_is_written_is_read_back():
    found = read_dcc_registry(dcc_registry(TRUST, updated=NOW))
    assert found == {DID: RegisteredIssuer("Nodo Anáhuac", "https://hub.example", "MX")}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"registry": []}',
        b'{"registry": {"did:x:1": {}}}',
        b'{"registry": {"did:x:1": {"name": "x", "url": 7}}}',
    ],
)
def test_what_is_no_registry_is_refused(data):
    with pytest.raises((CredentialError, StrictError)):
        read_dcc_registry(data)
