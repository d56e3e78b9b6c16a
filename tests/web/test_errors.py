"""Every error has one page shape, in the language of its address."""

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404
from django.test import Client, RequestFactory

from tequio.kit.errors import Refused
from tequio.web import errors
from tests.web.learn.pages_of import text_of

WORDS = {
    "es": {400: "No se pudo", 403: "Esta página no es para ti", 404: "No existe esa página"},
    "en": {400: "That did not work", 403: "This page is not for you", 404: "There is no such page"},
}
ANSWERS = {
    400: (errors.bad_request, BadRequest()),
    403: (errors.forbidden, PermissionDenied()),
    404: (errors.not_found, Http404()),
}


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("status", [400, 403, 404])
def test_an_error_speaks_the_language_of_its_address(language, status):
    handler, error = ANSWERS[status]
    answer = handler(RequestFactory().get(f"/{language}/x/"), error)
    assert answer.status_code == status
    assert WORDS[language][status] in text_of(answer)
    assert f'lang="{language}"' in answer.content.decode()


@pytest.mark.django_db
def test_a_refusal_keeps_its_sentence():
    error = BadRequest()
    error.__cause__ = Refused("You have two tries left.")
    assert "You have two tries left." in text_of(errors.bad_request(RequestFactory().get("/en/x/"), error))


@pytest.mark.django_db
def test_a_program_gets_the_same_as_json():
    request = RequestFactory().get("/en/x/", headers={"accept": "application/json"})
    answer = errors.not_found(request, Http404())
    assert answer["Content-Type"] == "application/json"
    assert b'"message"' in answer.content


@pytest.mark.parametrize(("language", "words"), [("es", "Algo falló"), ("en", "Something broke")])
def test_the_page_for_our_own_faults_needs_no_database(language, words):
    answer = errors.server_error(RequestFactory().get(f"/{language}/x/"))
    assert answer.status_code == 500
    assert words in text_of(answer)


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("es", "El formulario ya no"), ("en", "no longer valid")])
def test_a_form_without_its_token_is_explained(language, words):
    answer = Client(enforce_csrf_checks=True).post(f"/{language}/join/", {"name": "x"})
    assert answer.status_code == 403
    assert words in text_of(answer)


@pytest.mark.django_db
def test_an_address_nobody_knows_offers_the_courses(client):
    answer = client.get("/es/no-such-page/")
    assert answer.status_code == 404
    assert 'href="/es/courses/"' in answer.content.decode()
