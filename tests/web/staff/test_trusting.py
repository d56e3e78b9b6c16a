"""The operator's page of issuers elsewhere: read first, confirm by typing, and nothing is written before."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tequio.credentials import api as credentials
from tequio.credentials.vouching_models import RegistryIntake
from tequio.kit import clock
from tests.cast import NOW, sign_in
from tests.credentials.registries import DID, OTHER, THIEF, attacks, entry, honest, registry

pytestmark = pytest.mark.django_db
PAGE = "/en/operate/trust/"


@pytest.fixture
def desk(cast, client):
    """Marisol's browser; the hub is open."""
    with clock.frozen_at(NOW):
        credentials.open_issuer(organisation=cast.a.id, now=NOW, demo=True)
        yield sign_in(client, cast.marisol)


def offer(desk, data: bytes):
    return desk.post(PAGE, {"file": SimpleUploadedFile("registry.json", data)})


def taken(desk, data: bytes, **typed: str):
    """Hand in, follow to the report, confirm."""
    address = offer(desk, data)["Location"]
    return desk.post(address, typed)


def test_a_registry_is_read_before_anything_is_written(desk):
    answer = desk.get(offer(desk, registry(at=NOW))["Location"])

    assert "Universidad del Norte" in answer.content.decode()
    assert "Nothing was ever taken from who signed this" in answer.content.decode()
    assert not RegistryIntake.objects.exists()


def test_once_confirmed_its_issuers_stand_on_the_list(desk):
    assert taken(desk, registry(at=NOW)).status_code == 302
    page = desk.get(PAGE).content.decode()

    assert DID in page
    assert "Marisol Ake" in page


def test_a_changed_key_is_shown_without_its_end_and_asks_for_it(desk):
    taken(desk, registry(at=NOW))
    address = offer(desk, registry(honest() | {OTHER: entry(THIEF)}, at=NOW))["Location"]
    page = desk.get(address).content.decode()

    assert "Its keys changed" in page
    assert THIEF.multibase not in page
    assert THIEF.multibase[-8:] not in page
    assert desk.post(address, {}).status_code == 400
    assert desk.post(address, {"end_0": "zzzzzzzz"}).status_code == 400
    assert THIEF.multibase not in str(credentials.trust().issuers)
    assert desk.post(address, {"end_0": THIEF.multibase[-8:]}).status_code == 302
    assert THIEF.multibase in str(credentials.trust().issuers)


@pytest.mark.parametrize(
    "name", ["it is not signed", "somebody else signed it", "our own issuer gets another key"]
)
def test_an_attack_never_reaches_the_report(desk, cast, name):
    did = credentials.issuer(cast.a.id).did
    answer = offer(desk, attacks(did)[name][1].replace(b"2026-11-23T12", b"2026-11-23T12"))

    assert answer.status_code == 400
    assert re.search(r"class=\"problem\"", answer.content.decode())


def test_a_huge_file_is_read_off_the_line_and_thrown_away(desk):
    answer = offer(desk, b"{" + b" " * 6_000_000)

    assert answer.status_code == 400
    assert "larger than any" in answer.content.decode()


def test_an_issuer_is_taken_off_with_a_reason(desk):
    taken(desk, registry(at=NOW))
    address = f"{PAGE}remove/?did={OTHER}"

    assert desk.post(address, {}).status_code == 400
    assert desk.post(address, {"reason": "It was closed."}).status_code == 302
    assert OTHER not in credentials.trust().issuers
    assert desk.get(address).status_code == 404


def test_an_accreditation_is_signed_listed_and_taken_back(desk):
    taken(desk, registry(at=NOW))
    answer = desk.post(f"{PAGE}accredit/", {"issuer": DID, "achievements": "", "last_day": "2027-06-30"})
    assert answer.status_code == 302
    page = desk.get(PAGE).content.decode()
    assert "It may award everything." in page

    address = re.search(r'href="(/en/vouchings/[^"]+)"', page)[1]
    assert desk.post(address, {"reason": "It closed."}).status_code == 302
    assert "Taken back on" in desk.get(PAGE).content.decode()


@pytest.mark.parametrize("day", ["", "yesterday", "2020-01-01", "2040-01-01"])
def test_an_accreditation_has_a_last_day_ahead(desk, day):
    taken(desk, registry(at=NOW))
    answer = desk.post(f"{PAGE}accredit/", {"issuer": DID, "last_day": day})

    assert answer.status_code == 400
