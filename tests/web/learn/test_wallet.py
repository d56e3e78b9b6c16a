"""The wallet's pages: what was brought says what it is worth, and a file is never opened as a page."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tequio.credentials import api as credentials
from tequio.kit import clock
from tests.cast import NOW, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/en/wallet/"
OLDER = (
    b'{"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "badge": {"name": "<b>Wizard</b>"}}'
)


@pytest.fixture
def rosa(cast, client):
    """Rosa's browser."""
    with clock.frozen_at(NOW):
        credentials.open_issuer(organisation=cast.a.id, now=NOW, demo=True)
        yield sign_in(client, cast.rosa)


def bring(browser, data=OLDER, name="old.json"):
    return browser.post(PAGE, {"file": SimpleUploadedFile(name, data)})


def test_an_open_badge_2_is_kept_and_nothing_of_it_is_shown(rosa):
    page = rosa.get(bring(rosa)["Location"]).content.decode()

    assert "Not signed by a key" in page
    assert "Wizard" not in page


def test_it_stands_beside_ones_own_certificates(rosa):
    bring(rosa)
    assert "old.json" in rosa.get("/en/certificates/").content.decode()


def test_the_file_comes_back_as_it_was_and_never_as_a_page(rosa):
    address = bring(rosa, name='x"<script>.json')["Location"]
    answer = rosa.get(f"{address}file/")

    assert answer.content == OLDER
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="xscript.json"'


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing", b"hello", b"{}"])
def test_what_holds_no_certificate_is_refused_with_a_sentence(rosa, data):
    answer = bring(rosa, data)

    assert answer.status_code == 400
    assert "There is no certificate in this file" in answer.content.decode()


def test_a_large_file_is_thrown_away(rosa):
    answer = bring(rosa, OLDER + b" " * 3_000_000)

    assert answer.status_code == 400
    assert "larger than 2 MB" in answer.content.decode()


def test_a_deleted_one_is_gone(rosa):
    address = bring(rosa)["Location"]

    assert rosa.post(f"{address}delete/").status_code == 302
    assert rosa.get(address).status_code == 404
