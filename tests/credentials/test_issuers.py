"""Issuers: their secrets on disk, their DIDs, their periods, their place in the trust file."""

from __future__ import annotations

import json
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from tequio.credentials import api
from tequio.credentials.dids import web_did
from tequio.credentials.models import IssuerKey, StatusList
from tequio.kit.errors import NotFound
from tequio_standards.badges import TrustFileError, parse_trust, trust_to_bytes
from tests.credentials.samples import NOON


@pytest.mark.parametrize(
    ("url", "first", "did"),
    [
        ("https://hub.example.org", True, "did:web:hub.example.org"),
        ("https://hub.example.org", False, "did:web:hub.example.org:orgs:uni"),
        ("https://hub.example.org:8443", True, "did:web:hub.example.org%3A8443"),
        ("http://127.0.0.1:8000", True, None),
        ("http://[::1]:8000", True, None),
        ("http://localhost:8000", True, None),
    ],
)
def test_an_issuer_is_named_after_its_host_unless_that_is_an_address(url, first, did):
    assert web_did(url, "uni", first=first) == did


@pytest.mark.django_db
def test_the_secret_lies_in_the_data_folder_for_its_owner_only(issuer, settings):
    (path,) = settings.KEYS.glob("*.ed25519")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    row = IssuerKey.objects.get()
    assert path.read_bytes().hex() not in json.dumps(
        {field.name: str(getattr(row, field.name)) for field in IssuerKey._meta.fields}
    )


@pytest.mark.django_db
def test_opening_twice_keeps_the_key(issuer, cast):
    again = api.open_issuer(organisation=cast.a.id, now=NOON + timedelta(days=3))

    assert again == issuer
    assert IssuerKey.objects.count() == 1


@pytest.mark.django_db
def test_a_demo_issues_under_a_name_that_cannot_exist(issuer):
    assert issuer.did == "did:web:nodo-anahuac.example"
    assert issuer.demo


@pytest.mark.django_db
def test_a_hub_on_an_address_issues_with_did_key(cast, settings):
    settings.HUB_URL = "http://127.0.0.1:8000"
    info = api.open_issuer(organisation=cast.a.id, now=NOON)

    assert info.did.startswith("did:key:z6Mk")
    with pytest.raises(NotFound):
        api.did_document("nodo-anahuac")


@pytest.mark.django_db
def test_the_did_document_lists_the_key(issuer):
    document = api.did_document("nodo-anahuac")

    assert document["id"] == issuer.did
    assert document["verificationMethod"][0]["publicKeyMultibase"] == issuer.keys[0].multibase
    assert document["assertionMethod"] == [issuer.keys[0].verification_method]


@pytest.mark.django_db
def test_the_trust_file_comes_back_as_it_went(issuer):
    trust = api.trust(now=NOON)

    assert parse_trust(trust_to_bytes(trust)) == trust


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": 2}',
        b'{"format": 1, "issuers": []}',
        b'{"format":1,"format":1}',
        b"\xff",
    ],
)
def test_what_is_not_a_trust_file_is_refused_with_a_sentence(data):
    with pytest.raises(TrustFileError, match=r"\("):
        parse_trust(data)


@pytest.mark.django_db
def test_an_aged_list_is_signed_anew_when_asked_for(issuer):
    fresh = api.status_list("nodo-anahuac", 1, now=NOON + timedelta(hours=3))
    assert fresh == api.status_list("nodo-anahuac", 1)

    later = api.status_list("nodo-anahuac", 1, now=NOON + timedelta(days=3))
    assert json.loads(later)["validFrom"] == "2026-11-26T18:00:00Z"
    assert StatusList.objects.filter(purpose="revocation").count() == 1


def test_a_list_whose_key_is_locked_is_given_out_as_it_stands(issuer, settings):
    kept = api.status_list("nodo-anahuac", 1)
    for path in Path(settings.KEYS).iterdir():
        path.unlink()

    assert api.status_list("nodo-anahuac", 1, now=NOON + timedelta(days=3)) == kept
