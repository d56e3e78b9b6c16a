"""The facilitator's desk: find one of many, replace the card, vouch."""

from __future__ import annotations

import pytest
from django.test import Client

from tequio.people import api as people
from tests.cast import learner, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(cast):
    """Lupita's browser."""
    return sign_in(Client(), cast.lupita)


def test_namesakes_are_shown_with_what_tells_them_apart(cast, desk):
    marias = [learner(cast.a, "María Hernández") for _ in range(3)]
    text = desk.get("/es/facilitate/", {"q": "maria hernandez"}).content.decode()
    for maria in marias:
        assert maria.code_tail in text
    assert "23 de noviembre de 2026" in text


def test_long_lists_go_on_page_by_page(cast, desk):
    for _ in range(25):
        learner(cast.a, "María Hernández")
    first = desk.get("/es/facilitate/", {"q": "maria"}).context["page"]
    second = desk.get(f"/es/facilitate/?{first.next_query}").context["page"]
    assert (len(first.found), len(second.found), second.next_query) == (20, 5, "")
    assert {p.id for p in first.found}.isdisjoint(p.id for p in second.found)


@pytest.mark.parametrize("page", ["0", "-1", "x", "٣", "999999999999", ""])
def test_a_nonsense_page_number_is_the_first_page_or_an_empty_one(desk, page):
    assert desk.get("/es/facilitate/", {"q": "rosa", "page": page}).status_code == 200


def test_a_new_card_is_shown_once_and_is_logged(cast, desk):
    response = desk.post(f"/es/facilitate/{cast.rosa.id}/", {"reason": "perdida en el camión"})
    page = response.context["page"]
    assert page.secret in response.content.decode()
    assert page.code == people.person(cast.rosa.id).code != cast.rosa.code
    later = desk.get(f"/es/facilitate/{cast.rosa.id}/").content.decode()
    assert "perdida en el camión" in later
    assert page.secret not in later


def test_a_missing_reason_is_named(cast, desk):
    response = desk.post(f"/es/facilitate/{cast.rosa.id}/", {"reason": " "})
    assert response.status_code == 400
    assert 'href="#id_reason"' in response.content.decode()


def test_the_desk_never_shows_a_whole_code(cast, desk):
    assert cast.rosa.code not in desk.get("/es/facilitate/", {"q": "rosa"}).content.decode()


def test_vouching_shows(cast, desk):
    desk.post(f"/es/facilitate/{cast.rosa.id}/vouch/")
    assert people.person(cast.rosa.id).identity_level == 1


def test_people_of_another_organisation_stay_unseen(cast, desk):
    assert desk.get("/es/facilitate/", {"q": "ines"}).context["page"].total == 0
    assert desk.get(f"/es/facilitate/{cast.ines.id}/").status_code == 403
    assert desk.post(f"/es/facilitate/{cast.ines.id}/", {"reason": "x"}).status_code == 403


def test_a_name_that_is_markup_stays_text(cast, desk):
    learner(cast.a, "<script>alert(1)</script>")
    assert "<script>alert" not in desk.get("/es/facilitate/", {"q": "script"}).content.decode()
