"""The verifier's desk: five distinct failures, every check with its answer, no account and no cookie."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from tequio.credentials import api
from tequio.kit import clock
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon():
    cache.clear()
    with clock.frozen_at(NOON):
        yield


def hand_in(client, data: bytes, *, language="en", name="credential.json"):
    return client.post(f"/{language}/verify/", {"file": SimpleUploadedFile(name, data)})


def verdict(response) -> str:
    return re.search(r'data-verdict="(\w+)"', response.content.decode())[1]


def changed(document: bytes, *path: str, to: object) -> bytes:
    whole = node = json.loads(document)
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = to
    return json.dumps(whole).encode()


@pytest.fixture
def document(earned):
    return api.document(earned.id)


def test_the_desk_needs_no_account_and_sets_no_cookie(client):
    response = client.get("/es/verify/")

    assert response.status_code == 200
    assert not response.cookies
    assert b"<script" not in response.content


def test_a_genuine_demo_says_so(client, document):
    response = hand_in(client, document)

    assert verdict(response) == "genuine_demo"
    assert "María Fernanda Hernández Ixtlilxóchitl" in response.content.decode()
    assert not response.cookies


def test_pasted_text_is_checked_too(client, document):
    assert verdict(client.post("/en/verify/", {"text": document.decode()})) == "genuine_demo"


@pytest.mark.parametrize("text", ["http://[x/c/ABC", "//[", "https://[1/certificates/K7QW9P2ZB4ND"])
def test_a_link_that_cannot_be_read_is_unreadable_not_a_fault(client, text):
    assert verdict(client.post("/en/verify/", {"text": text})) == "unreadable"


def test_a_changed_name_is_tampering_and_is_never_shown(client, document):
    response = hand_in(client, changed(document, "credentialSubject", "name", to="Mallory"))

    assert verdict(response) == "tampered"
    assert "Mallory" not in response.content.decode()


def test_a_revoked_one_is_revoked(client, cast, earned, document):
    api.revoke(credential=earned.id, reason="Wrong name.", by=cast.actor("ernesto"), now=NOON)

    assert verdict(hand_in(client, document)) == "revoked"


def test_an_unknown_issuer_is_never_green(client, cast, settings, document):
    from tequio.credentials.models import IssuerKey

    IssuerKey.objects.update(did="did:web:elsewhere.example")
    response = hand_in(client, document)

    assert verdict(response) == "issuer_unknown"
    assert 'class="said good"' not in response.content.decode()


@pytest.mark.parametrize(
    "data", [b"nonsense", b'{"a": 1, "a": 2}', b"[" * 4000, b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n"]
)
def test_what_cannot_be_read_says_so(client, issuer, data):
    assert verdict(hand_in(client, data)) == "unreadable"


def test_what_nobody_signed_says_so(client, document):
    unsigned = {key: value for key, value in json.loads(document).items() if key != "proof"}

    assert verdict(hand_in(client, json.dumps(unsigned).encode())) == "unsigned"


def test_ten_megabytes_are_refused_unread(client, issuer):
    response = hand_in(client, b" " * 10_000_000)

    assert verdict(response) == "unreadable"
    assert "too large" in response.content.decode()


def test_the_five_failures_have_five_sentences():
    from tequio.credentials.advice import VERDICTS

    for language in ("es", "en"):
        with translation.override(language):
            said = {
                translation.gettext(VERDICTS[code].says)
                for code in ("revoked", "expired", "issuer_unknown", "tampered", "unreadable")
            }
        assert len(said) == 5


def test_every_code_of_the_engine_has_its_words():
    from tequio.credentials.check_words import CODES
    from tequio_standards.badges.sentences import SENTENCES

    assert set(CODES) == set(SENTENCES)


def test_nothing_handed_in_asks_for_something(client, issuer):
    response = client.post("/en/verify/", {})

    assert response.status_code == 400
    assert "Write the code, choose a file, or paste the text." in response.content.decode()


@pytest.mark.parametrize(
    "text", ["{code}", "https://hub.example.org/c/{code}", "http://x/es/certificates/{code}/"]
)
def test_a_code_or_a_link_leads_to_the_certificate(client, earned, text):
    response = client.post("/es/verify/", {"text": text.format(code=earned.code)})

    assert response["Location"] == f"/es/certificates/{earned.code}/"


def test_too_many_in_a_minute_must_wait(client, issuer):
    answers = [hand_in(client, b"{}").status_code for _ in range(31)]

    assert answers[-2:] == [200, 429]
    with clock.frozen_at(NOON + timedelta(minutes=1)):
        assert hand_in(client, b"{}").status_code == 200


@pytest.mark.parametrize("language", ["es", "en"])
def test_both_languages_answer(client, document, language):
    page = hand_in(client, document, language=language).content.decode()

    assert f'<html lang="{language}"' in page


def test_a_code_nobody_has_is_said_at_the_desk(client, issuer):
    response = client.post("/es/verify/", {"text": "K7QW-9P2Z-B4ND"})

    assert response.status_code == 404
    assert 'name="text"' in response.content.decode()
    assert "data-verdict" not in response.content.decode()


@pytest.mark.parametrize("field", ["code", "text"])
def test_a_code_with_a_character_missing_is_not_called_a_broken_file(client, issuer, field):
    response = client.post("/es/verify/", {field: "K7QW-9P2Z-B4N"})

    assert response.status_code == 400
    assert "Un código tiene 12 letras y números." in response.content.decode()
