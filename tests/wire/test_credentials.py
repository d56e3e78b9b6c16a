"""What verifiers fetch is what was signed, kept by caches as long as it may be."""

from __future__ import annotations

import json

import pytest

from tequio.credentials import api
from tequio.kit import clock
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon():
    with clock.frozen_at(NOON):
        yield


def test_the_signed_document_goes_out_byte_for_byte(client, earned):
    response = client.get(f"/credentials/{earned.id}")

    assert response.content == api.document(earned.id)
    assert response["Content-Type"] == "application/vc+ld+json"
    assert "immutable" in response["Cache-Control"]


def test_it_is_not_sent_again_to_who_has_it(client, earned):
    etag = client.get(f"/credentials/{earned.id}")["ETag"]

    again = client.get(f"/credentials/{earned.id}", headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_every_address_inside_a_credential_answers(client, earned):
    document = json.loads(client.get(f"/credentials/{earned.id}").content)
    hub = "https://hub.example.org"
    for address in (
        document["id"],
        *(entry["statusListCredential"] for entry in document["credentialStatus"]),
        document["credentialSubject"]["achievement"]["id"],
    ):
        assert client.get(address.removeprefix(hub)).status_code == 200, address


def test_the_status_list_is_signed_and_short_lived_in_caches(client, earned):
    response = client.get("/status/nodo-anahuac/1")

    assert response.content == api.status_list("nodo-anahuac", 1)
    assert response["Cache-Control"] == "public, max-age=300"


def test_a_version_of_a_list_never_changes(client, earned):
    response = client.get("/status/nodo-anahuac/1/suspension/1")

    assert "immutable" in response["Cache-Control"]
    assert response.content == client.get("/status/nodo-anahuac/suspension/1").content
    assert client.get("/status/nodo-anahuac/1/suspension/2").status_code == 404
    assert client.get("/status/nodo-anahuac/1/no-purpose/1").status_code == 404


def test_the_did_document_is_at_both_addresses(client, issuer):
    first = client.get("/.well-known/did.json").json()

    assert first == client.get("/orgs/nodo-anahuac/did.json").json()
    assert first["id"] == issuer.did


def test_the_achievement_describes_itself(client, earned):
    document = json.loads(api.document(earned.id))
    told = client.get(
        f"/achievements/{document['credentialSubject']['achievement']['id'].rsplit('/')[-1]}"
    ).json()

    assert told["name"] == "Seguridad digital y datos personales"
    assert told["alignment"][0]["targetUrl"].startswith("http://data.europa.eu/esco/")


def test_the_trust_file_verifies_without_us(client, earned):
    from tequio_standards.badges import Outcome, check_credential, parse_trust

    trust = parse_trust(client.get("/trust.json").content)
    assert check_credential(api.document(earned.id), trust=trust, at=NOON).outcome is Outcome.OK


@pytest.mark.parametrize(
    "address",
    [
        "/credentials/6f0d6f52-5d0c-4c7e-9f0b-0d6c1a4a7d11",
        "/credentials/nonsense",
        "/credentials/",
        "/credentials/a/b/c",
        "/achievements/6f0d6f52-5d0c-4c7e-9f0b-0d6c1a4a7d12",
        "/status/nowhere/1",
        "/status/nodo-anahuac/99",
        "/status/nodo-anahuac/x",
        "/status/nodo-anahuac/٣",
        "/orgs/nowhere/did.json",
        "/orgs/nodo-anahuac",
    ],
)
def test_what_is_not_there_answers_in_the_one_shape(client, issuer, address):
    response = client.get(address)

    assert response.status_code == 404
    assert response["Content-Type"] == "application/json"
    assert response["Cache-Control"] == "no-store"
    told = response.json()
    assert set(told) == {"error", "message"}
    assert told["error"] == "not_found"
    assert told["message"].endswith(".")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_changed_by_these_addresses(client, earned, method):
    for address in (f"/credentials/{earned.id}", "/status/nodo-anahuac/1", "/trust.json"):
        response = getattr(client, method)(address)
        assert response.status_code == 405
        assert response.json()["error"] == "method_not_allowed"
        assert response["Allow"] == "GET, HEAD"


def test_no_cookie_is_set(client, earned):
    assert not client.get(f"/credentials/{earned.id}").cookies
