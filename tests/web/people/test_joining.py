"""Joining on a phone without JavaScript: one page, then the card."""

from __future__ import annotations

import pytest

from tequio.people import api as people
from tests.cast import PIN, SECRET, organisation

pytestmark = pytest.mark.django_db
ROSA = {"name": "Rosa Méndez", "secret": PIN, "email": ""}


@pytest.fixture(autouse=True)
def hub():
    return organisation("nodo-anahuac", "Nodo Anáhuac")


def join(client, **changes):
    return client.post("/es/join/", ROSA | changes)


def test_joining_leads_to_the_card_with_code_qr_and_secret(spanish):
    response = join(spanish)
    assert response.status_code == 302
    card = spanish.get(response["Location"])
    page = card.context["page"]
    text = card.content.decode()
    assert page.code in text
    assert page.secret in text
    assert "data:image/svg+xml" in text
    assert page.address.endswith(f"/es/sign-in/?code={page.code}")


def test_the_name_is_asked_first_and_then_the_pin(spanish):
    first = spanish.get("/es/join/").content.decode()
    assert 'name="secret"' not in first
    second = spanish.post("/es/join/", {"name": "Rosa Méndez"}).content.decode()
    assert 'value="Rosa Méndez"' in second
    assert 'inputmode="numeric"' in second


def test_whoever_prefers_a_password_gets_all_the_keys_and_keeps_them(spanish):
    chosen = spanish.post("/es/join/", {"name": "Rosa", "secret": "", "with": "password"})
    assert chosen.status_code == 200
    assert 'inputmode="numeric"' not in chosen.content.decode()
    again = spanish.post("/es/join/", {"name": "Rosa", "secret": "short", "kind": "password"})
    assert (again.status_code, again.context["page"].password) == (400, True)


def test_a_blank_name_is_asked_for_again(spanish):
    response = spanish.post("/es/join/", {"name": " "})
    assert response.status_code == 400
    assert response.context["page"].name == ""
    assert 'name="secret"' not in response.content.decode()


def test_the_cards_secret_can_be_fetched_again_but_not_by_another_browser(spanish, english):
    address = join(spanish)["Location"]
    first, second = (spanish.get(address).context["page"].secret for _ in range(2))
    assert first == second
    code = spanish.get(address).context["page"].code
    english.post("/en/sign-in/", {"code": code, "secret": first})
    assert english.get("/en/card/").context["page"].secret is None


def test_a_new_card_secret_replaces_the_old_one(spanish):
    first = spanish.get(join(spanish)["Location"]).context["page"].secret
    again = spanish.post("/es/card/")
    assert spanish.get(again["Location"]).context["page"].secret not in (None, first)


def test_no_card_is_kept_by_a_cache(spanish):
    assert "no-store" in spanish.get(join(spanish)["Location"])["Cache-Control"]


def test_whoever_chose_a_pin_can_use_it_on_this_device(spanish):
    join(spanish)
    cookie = spanish.cookies["tequio_device"]
    assert cookie["httponly"]
    assert [person.name for person in people.device_people(cookie.value)] == ["Rosa Méndez"]


def test_a_password_enrols_no_device(spanish):
    join(spanish, secret=SECRET)
    assert "tequio_device" not in spanish.cookies


@pytest.mark.parametrize(
    ("wrong", "field"), [({"name": ""}, "name"), ({"secret": "12"}, "secret"), ({"email": "rosa"}, "email")]
)
def test_a_wrong_field_is_named_on_top_and_at_the_field(spanish, wrong, field):
    response = join(spanish, **wrong)
    text = response.content.decode()
    assert response.status_code == 400
    assert f'href="#id_{field}"' in text
    assert f'id="id_{field}_error"' in text


def test_what_was_typed_comes_back_but_never_the_secret(spanish):
    text = join(spanish, email="rosa").content.decode()
    assert "Rosa Méndez" in text
    assert f'value="{PIN}"' not in text


def test_whoever_is_signed_in_does_not_join_again(spanish):
    join(spanish)
    assert spanish.get("/es/join/").status_code == 302
    assert join(spanish).status_code == 302
    assert len(people.device_people(spanish.cookies["tequio_device"].value)) == 1


def test_too_many_joins_from_one_address_wait(spanish):
    answers = [spanish.__class__().post("/es/join/", ROSA) for _ in range(61)]
    assert [answer.status_code for answer in answers[-2:]] == [302, 429]
    assert int(answers[-1]["Retry-After"]) > 0


def test_a_hub_without_an_organisation_says_so(spanish, hub, monkeypatch):
    monkeypatch.setattr(people, "organisations", lambda: ())
    assert join(spanish).status_code == 404


@pytest.mark.parametrize("course", ["../../x", "a b", "<script>", "x" * 300])
def test_a_made_up_course_harms_nothing(spanish, course):
    assert spanish.get("/es/join/", {"course": course}).status_code in (200, 404)
