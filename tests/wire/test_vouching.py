"""The registries and what vouches, as programs fetch them."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tequio.credentials import api as credentials
from tequio.credentials.vouching import api as vouching
from tequio.kit import clock
from tests.cast import NOW
from tests.credentials.registries import DID, registry

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub(cast):
    """An open hub that believes another one."""
    with clock.frozen_at(NOW):
        credentials.open_issuer(organisation=cast.a.id, now=NOW, demo=True)
        vouching.take(registry(at=NOW), by=cast.actor("marisol"), now=NOW)
        yield cast


def test_the_registry_has_an_etag_that_holds(hub, client):
    first = client.get("/registry.json")
    again = client.get("/registry.json", headers={"If-None-Match": first["ETag"]})

    assert first.json()["proof"]["cryptosuite"] == "eddsa-jcs-2022"
    assert again.status_code == 304


def test_the_other_one_says_who_is_where_and_names_no_demo(hub, client):
    listed = client.get("/registry-dcc.json").json()["registry"]

    assert listed[DID] == {"name": "Universidad del Norte", "location": "MX", "url": "https://norte.edu.mx"}
    assert not [did for did in listed if did.endswith(".example")]


def test_a_hub_that_issues_nothing_has_no_registry(client):
    answer = client.get("/registry.json")

    assert answer.status_code == 404
    assert answer.json()["error"] == "not_found"


def test_an_accreditation_is_given_as_it_was_signed_and_under_its_own_name_only(hub, client):
    which = vouching.accredit(
        did=DID,
        achievements=(),
        scope="",
        valid_until=NOW + timedelta(days=9),
        by=hub.actor("marisol"),
        now=NOW,
    )
    answer = client.get(f"/accreditations/{which}")

    assert json.loads(answer.content)["credentialSubject"]["id"] == DID
    assert answer["Content-Type"] == "application/vc+ld+json"
    assert client.get(f"/endorsements/{which}").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/endorsements/x", "/accreditations/x/y", f"/endorsements/{'0' * 8}-0000-0000-0000-{'0' * 12}"],
)
def test_nothing_is_said_of_what_is_not_there(client, address):
    assert client.get(address).status_code == 404
