"""Signing in and out on a shared phone without JavaScript."""

from __future__ import annotations

import pytest
from django.test import Client

from tequio.people import api as people
from tequio.people import codes
from tests.cast import NOW, PIN, SECRET, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(cast, spanish):
    """A browser on which Rosa and Tomás are enrolled."""
    token = people.enrol_device(person=cast.rosa.id, now=NOW)
    people.enrol_device(person=cast.tomas.id, now=NOW, token=token)
    spanish.cookies["tequio_device"] = token
    return spanish


def enter(client, person, secret, **more):
    return client.post("/es/sign-in/", {"code": person.code, "secret": secret, **more})


def known(client) -> bool:
    return "_auth_user_id" in client.session


def test_an_enrolled_device_offers_its_people(phone):
    text = phone.get("/es/sign-in/").content.decode()
    assert "Rosa Méndez" in text
    assert "Tomás Xool" in text


def test_another_device_names_nobody_even_for_a_right_code(cast):
    text = Client().get("/es/sign-in/", {"code": cast.rosa.code}).content.decode()
    assert "Rosa" not in text
    assert cast.rosa.code in text


def test_pick_yourself_and_type_the_pin(cast, phone):
    page = phone.get("/es/sign-in/", {"code": cast.rosa.code}).content.decode()
    assert "Rosa Méndez" in page
    assert enter(phone, cast.rosa, PIN, next="/es/courses/")["Location"] == "/es/courses/"
    assert known(phone)


def test_whoever_has_a_pin_is_asked_for_digits_and_may_use_the_card_instead(cast, phone):
    page = phone.get("/es/sign-in/", {"code": cast.rosa.code}).content.decode()
    assert 'inputmode="numeric"' in page
    assert "words=1" in page
    other = phone.get("/es/sign-in/", {"code": cast.rosa.code, "words": "1"}).content.decode()
    assert 'inputmode="numeric"' not in other


def test_whoever_has_a_password_gets_all_the_keys(cast, phone):
    page = phone.get("/es/sign-in/", {"code": cast.tomas.code}).content.decode()
    assert 'inputmode="numeric"' not in page


def test_an_unknown_device_is_asked_for_the_code_alone_and_then_for_the_secret(cast, spanish):
    first = spanish.get("/es/sign-in/").content.decode()
    assert 'name="code"' in first
    assert 'type="password"' not in first
    second = spanish.get("/es/sign-in/", {"code": cast.tomas.code}).content.decode()
    assert 'type="password"' in second


def test_a_miswritten_code_is_asked_for_again(spanish):
    response = spanish.post("/es/sign-in/", {"code": "ABC", "secret": SECRET})
    assert response.context["page"].ask == "code"
    assert 'href="#id_code"' in response.content.decode()
    assert 'value="ABC"' in response.content.decode()


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("marisol", "/es/operate/"),
        ("lupita", "/es/facilitate/"),
        ("joaquin", "/es/teach/"),
        ("tomas", "/es/today/"),
    ],
)
def test_whoever_only_works_here_lands_on_their_own_start_page(cast, name, start):
    assert enter(Client(), cast.person(name), SECRET)["Location"] == start


def test_a_link_that_somebody_followed_wins(cast):
    assert enter(Client(), cast.marisol, SECRET, next="/es/courses/")["Location"] == "/es/courses/"


def test_a_wrong_pin_is_told_and_the_sixth_waits(cast, phone):
    answers = [enter(phone, cast.rosa, "9911") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [400] * 5 + [429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 60
    assert not known(phone)


def test_the_page_waits_by_address_too(cast):
    client = Client(REMOTE_ADDR="203.0.113.5")
    tries = [{"code": codes.new_code(), "secret": "no-es-la-clave"} for _ in range(61)]
    answers = [client.post("/es/sign-in/", given).status_code for given in tries]
    assert answers == [400] * 60 + [429]


def test_a_pin_elsewhere_says_what_to_use_instead(cast, english):
    response = english.post("/en/sign-in/", {"code": cast.rosa.code, "secret": PIN})
    assert response.status_code == 400
    assert "your code and your password, or with the secret printed on your card" in response.content.decode()
    assert "ask your facilitator for a new card" in response.content.decode()


def test_a_password_works_on_any_device_and_enrols_it_only_when_asked(cast):
    stranger, own = Client(), Client()
    enter(stranger, cast.tomas, SECRET)
    enter(own, cast.tomas, SECRET, remember="1")
    assert known(stranger)
    assert "tequio_device" not in stranger.cookies
    assert len(people.device_people(own.cookies["tequio_device"].value)) == 1


def test_the_session_is_another_after_signing_in(cast):
    planted = Client()
    planted.session.save()
    session = planted.session
    session["planted"] = "by an attacker"
    session.save()
    before = session.session_key
    planted.cookies["sessionid"] = before
    enter(planted, cast.tomas, SECRET)
    assert planted.session.session_key != before
    assert "planted" not in planted.session
    assert not type(session)().exists(before)


def test_the_csrf_token_is_another_after_signing_in(cast):
    client = Client()
    client.get("/es/sign-in/", {"code": cast.tomas.code})
    before = client.cookies["csrftoken"].value
    enter(client, cast.tomas, SECRET)
    assert client.cookies["csrftoken"].value != before


def test_a_form_without_its_token_is_refused(cast):
    assert enter(Client(enforce_csrf_checks=True), cast.tomas, SECRET).status_code == 403


def test_signing_out_ends_the_session_and_leaves_the_device(cast, phone):
    enter(phone, cast.rosa, PIN)
    response = phone.post("/es/sign-out/")
    assert not known(phone)
    assert response["Clear-Site-Data"] == '"cache"'
    assert "Rosa Méndez" in phone.get("/es/sign-in/").content.decode()


def test_signing_out_may_forget_you_on_this_device(cast, phone):
    enter(phone, cast.rosa, PIN)
    phone.post("/es/sign-out/", {"forget": "1"})
    text = phone.get("/es/sign-in/").content.decode()
    assert "Rosa" not in text
    assert "Tomás" in text


def test_a_link_cannot_sign_anybody_out(cast, phone):
    enter(phone, cast.rosa, PIN)
    phone.get("/es/sign-out/")
    assert known(phone)


def test_another_secret_ends_other_sessions_and_keeps_this_one(cast):
    here, elsewhere = sign_in(Client(), cast.tomas), sign_in(Client(), cast.tomas)
    response = here.post("/es/secret/", {"current": SECRET, "secret": "2580"})
    assert response.status_code == 302
    assert here.get("/es/card/").status_code == 200
    assert elsewhere.get("/es/card/").status_code == 302
    assert here.cookies["tequio_device"].value


def test_a_replaced_card_ends_every_session(cast):
    tomas = sign_in(Client(), cast.tomas)
    people.reissue_card(person=cast.tomas.id, by=cast.actor("lupita"), reason="perdida", now=NOW)
    assert tomas.get("/es/card/")["Location"].startswith("/es/sign-in/")
