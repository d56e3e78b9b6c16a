"""What lies around every page: nothing of a person stays in the browser, and nobody fills the disk."""

from __future__ import annotations

import tempfile

import pytest
from django.core.files import uploadhandler
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import SECRET, sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/es/", "/es/courses/", "/es/help/", "/es/nowhere/"])
def test_what_somebody_signed_in_saw_stays_in_no_cache(cast, address):
    answer = sign_in(Client(), cast.rosa).get(address)
    assert "no-store" in answer["Cache-Control"]
    assert not Client().get(address).has_header("Cache-Control")


@pytest.mark.parametrize("address", ["/es/", "/es/sign-in/", "/es/join/", "/es/nowhere/"])
@pytest.mark.parametrize("strict", [False, True], ids=["with token", "without"])
def test_a_file_sent_to_a_form_is_kept_nowhere(cast, address, strict, monkeypatch):
    kept = []
    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", lambda *a, **b: kept.append(a))
    monkeypatch.setattr(uploadhandler, "BytesIO", lambda *a: kept.append(a))
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", lambda *a, **b: kept.append(a))

    client = Client(enforce_csrf_checks=strict)
    client.cookies["csrftoken"] = "a" * 32
    client.post(address, {"x": SimpleUploadedFile("x", b"0" * 3_000_000)})
    assert kept == []


def test_a_form_that_was_sent_as_multipart_still_works(cast):
    answer = Client().post("/es/sign-in/", {"code": cast.tomas.code, "secret": SECRET, "x": "1"})
    assert (answer.status_code, answer["Location"]) == (302, "/es/today/")


@pytest.mark.parametrize("address", ["/es/courses/%00/", "/es/courses/x%00/modules/a/", "/status/%00/1"])
def test_an_address_with_a_nul_is_no_page_on_any_database(address, monkeypatch):
    monkeypatch.setattr("tequio.learning.catalog.reading.offer", None)
    monkeypatch.setattr("tequio.credentials.shards.publish_aged", None)
    assert Client(raise_request_exception=False).get(address).status_code == 404


def test_a_cookie_with_a_nul_is_no_cookie():
    client = Client()
    client.cookies["sessionid"] = "\0" * 32
    assert "sessionid" not in client.get("/es/today/").wsgi_request.COOKIES


@pytest.mark.django_db
def test_a_page_dressed_for_one_reader_is_kept_by_no_shared_cache(cast):
    reader = Client()
    assert not reader.get("/es/help/").has_header("Cache-Control")
    reader.cookies["tequio_display"] = "dark"
    assert reader.get("/es/help/")["Cache-Control"] == "private"
