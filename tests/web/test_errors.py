"""Every error has one page shape, in the language of its address."""

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404
from django.test import Client, RequestFactory

from tequio.kit.errors import Refused
from tequio.people.api import MustWait
from tequio.web import errors
from tests.cast import sign_in
from tests.web.learn.pages_of import hrefs_of, text_of

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
def test_an_address_nobody_knows_offers_a_search_the_courses_and_the_way_home(client):
    answer = client.get("/es/no-such-page/")
    assert answer.status_code == 404
    assert {"/es/courses/", "/es/", "/es/help/contact/"} <= set(hrefs_of(answer))
    assert 'action="/es/search/"' in answer.content.decode()


@pytest.mark.django_db
def test_who_is_signed_in_is_led_back_to_today(cast):
    answer = sign_in(Client(), cast.rosa).get("/es/operate/")
    assert answer.status_code == 403
    assert "Tu cuenta no tiene permiso" in text_of(answer)
    assert "Ir a Hoy" in text_of(answer)


@pytest.mark.django_db
def test_what_is_too_large_is_said_to_be_so(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = client.post("/es/join/", {"name": "x" * 500})
    assert answer.status_code == 413
    assert "Eso es demasiado grande" in text_of(answer)


@pytest.mark.django_db
def test_who_must_wait_is_told_how_long_by_page_and_by_header():
    error = BadRequest()
    error.__cause__ = MustWait(120)
    answer = errors.bad_request(RequestFactory().get("/es/x/"), error)
    assert (answer.status_code, answer["Retry-After"]) == (429, "120")
    assert "2 minutos" in text_of(answer)


@pytest.mark.django_db
def test_an_address_that_only_a_button_answers_shows_no_blank_page(client):
    answer = client.get("/es/courses/c/modules/m/s/i/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Aquí solo se llega con un botón" in text_of(answer)


@pytest.mark.django_db
def test_a_session_that_ended_is_told_at_the_sign_in_and_leads_back_to_the_form(client):
    client.cookies["sessionid"] = "long-gone"
    answer = client.post("/es/card/", headers={"referer": "http://testserver/es/card/"})
    assert answer["Location"] == "/es/sign-in/?next=%2Fes%2Fcard%2F"
    assert "Tu sesión se cerró." in text_of(client.get(answer["Location"]))


@pytest.mark.django_db
@pytest.mark.parametrize("referer", ["", "https://elsewhere.example/x", "http://testserver.evil.example/"])
def test_only_a_page_of_ours_is_led_back_to(client, referer):
    answer = client.post("/es/card/", headers={"referer": referer} if referer else {})
    assert answer["Location"] == "/es/sign-in/"


@pytest.mark.django_db
def test_a_script_is_told_that_the_session_ended(client):
    answer = client.post(
        f"/es/attempts/{'0' * 8}-0000-0000-0000-{'0' * 12}/save/", headers={"accept": "application/json"}
    )
    assert answer.status_code == 401
    assert "Tu sesión se cerró." in answer.json()["message"]
