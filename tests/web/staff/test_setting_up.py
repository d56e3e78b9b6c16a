"""A new hub is set up in the browser, by whoever read the terminal, once."""

from __future__ import annotations

import pytest
from django.test import Client

from tequio.credentials import api as credentials
from tequio.kit import clock
from tequio.people import api as people
from tequio.people.models import Membership
from tequio.people.opening import api as opening
from tests.cast import NOW, SECRET, sign_in

pytestmark = pytest.mark.django_db
ANSWERS = {
    "name": "Universidad de Ejemplo",
    "key": "ejemplo",
    "country": "MX",
    "zone": "America/Tijuana",
    "language": "en",
    "operator": "Ana Pérez",
}


@pytest.fixture(autouse=True)
def _now(_today, settings):
    settings.KEYS.mkdir(exist_ok=True, parents=True)


@pytest.fixture
def token() -> str:
    return opening.invite(now=NOW)


def begun(token: str) -> Client:
    """The browser that took the address."""
    browser = Client()
    assert browser.post(f"/en/setup/begin/{token}/").status_code == 302
    return browser


def answered(token: str, **changes: str) -> Client:
    browser = begun(token)
    for question, answer in (ANSWERS | changes).items():
        response = browser.post(f"/en/setup/ask/{question}/", {question: answer})
        assert response.status_code == 302, (question, response.context["page"].form.errors)
    return browser


def finish(browser: Client):
    return browser.post("/en/setup/finish/", {"secret": SECRET})


def operators() -> int:
    return Membership.objects.filter(role="operator").count()


def test_one_question_leads_to_the_next_and_the_last_to_a_look_at_all(token):
    browser = begun(token)
    for question, answer in ANSWERS.items():
        assert browser.get("/en/setup/")["Location"] == f"/en/setup/ask/{question}/"
        assert browser.get(f"/en/setup/ask/{question}/").status_code == 200
        browser.post(f"/en/setup/ask/{question}/", {question: answer})
    lines = {line.name: line.value for line in browser.get("/en/setup/").context["page"].lines}
    assert (lines["Country"], lines["Clock"], lines["Language"]) == ("Mexico", "Tijuana", "English")


def test_it_ends_with_an_operator_who_is_signed_in_and_sees_a_card(token):
    browser = answered(token)
    card = browser.get(finish(browser)["Location"]).context["page"]
    (place,) = people.organisations()
    assert (place.key, place.zone, place.language) == ("ejemplo", "America/Tijuana", "en")
    assert credentials.issuer(place.id)
    assert card.secret
    assert browser.get(card.next).context["page"].organisation == "Universidad de Ejemplo"
    assert Client().post("/en/sign-in/", {"code": card.code, "secret": SECRET}).status_code == 302


def test_what_first_lists_what_is_still_to_do(token):
    browser = answered(token)
    finish(browser)
    titles = [line.title for line in browser.get("/en/operate/first/").context["page"].todo]
    assert titles[:3] == ["Bring in a first course", "Invite colleagues", "Make a backup"]


def test_looking_at_the_address_uses_nothing_up(token):
    assert Client().get(f"/en/setup/begin/{token}/").context["page"].stands
    assert begun(token)


def test_the_address_is_nowhere_on_later_pages(token):
    browser = begun(token)
    response = browser.get("/en/setup/ask/name/")
    assert token not in response.content.decode() + str(response.headers)


def test_a_replayed_address_opens_nothing_in_another_browser(token):
    answered(token)
    thief = Client()
    assert not thief.get(f"/en/setup/begin/{token}/").context["page"].stands
    assert thief.post(f"/en/setup/begin/{token}/").status_code == 404
    assert thief.get("/en/setup/").status_code == 404
    assert finish(thief).status_code == 404
    assert operators() == 0


def test_a_guessed_address_or_cookie_opens_nothing(token):
    thief = Client()
    thief.cookies["tequio_setup"] = "0" * 43
    assert thief.post(f"/en/setup/begin/{'0' * 43}/").status_code == 404
    assert thief.get("/en/setup/").status_code == 404
    assert finish(thief).status_code == 404


def test_after_the_finish_every_page_of_it_is_gone(token):
    browser = answered(token)
    cookie = browser.cookies["tequio_setup"].value
    finish(browser)
    browser.cookies["tequio_setup"] = cookie
    for path in ("", "ask/name/", "finish/"):
        assert browser.get(f"/en/setup/{path}").status_code == 404
    assert finish(browser).status_code == 404
    assert operators() == 1


def test_a_form_from_elsewhere_takes_nothing(token):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"/en/setup/begin/{token}/").status_code == 403
    assert opening.stands(token, now=NOW)


def test_an_address_older_than_a_day_is_dead(token):
    with clock.frozen_at(NOW + opening.GOOD_FOR):
        assert not Client().get(f"/en/setup/begin/{token}/").context["page"].stands


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("name", " "),
        ("key", "Con Espacio"),
        ("key", "-x"),
        ("country", "ZZ"),
        ("zone", "Europe/Madrid"),
        ("language", "fr"),
        ("operator", ""),
    ],
)
def test_nonsense_is_named_and_not_kept(token, question, answer):
    browser = answered(token)
    response = browser.post(f"/en/setup/ask/{question}/", {question: answer})
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()
    held = opening.answers(browser.cookies["tequio_setup"].value, now=NOW)
    assert held[question] == ANSWERS[question]


def test_another_country_takes_its_clock_along(token):
    browser = answered(token)
    browser.post("/en/setup/ask/country/", {"country": "GT"})
    held = opening.answers(browser.cookies["tequio_setup"].value, now=NOW)
    assert held["zone"] == "America/Guatemala"


@pytest.mark.parametrize("secret", ["", "8324", "short", "1234567890"])
def test_a_weak_password_makes_no_hub(token, secret):
    browser = answered(token)
    assert browser.post("/en/setup/finish/", {"secret": secret}).status_code == 400
    assert (operators(), people.organisations()) == (0, ())
    assert finish(browser).status_code == 302


def test_an_unanswered_question_is_asked_before_the_end(token):
    assert finish(begun(token))["Location"] == "/en/setup/"


def test_a_hub_that_has_an_operator_is_never_set_up_again(cast, client):
    browser = sign_in(client, cast.rosa)
    for path in ("setup/", "setup/ask/name/", "setup/finish/"):
        assert browser.get(f"/en/{path}").status_code == 404
