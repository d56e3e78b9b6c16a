"""The officer's pages for suspending, reinstating and correcting: a reason each, and the register says how it stands."""

from __future__ import annotations

import pytest

from tequio.credentials import api as credentials
from tequio.credentials.values import CredentialState
from tests.cast import EVERYBODY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def act(house, word, name="ernesto", **data):
    return house.browser(name).post(f"/es/govern/certificates/{house.code}/{word}/", data)


def lines(house):
    return house.browser("ernesto").get("/es/govern/").context["page"].issued


def test_a_certificate_is_suspended_and_stands_again(house):
    assert act(house, "suspend", reason="Revisamos el examen.").status_code == 302
    assert credentials.credential(house.code).state is CredentialState.SUSPENDED
    assert lines(house)[0].state == "suspendido"
    assert act(house, "reinstate", reason="El examen estuvo bien.").status_code == 302
    assert lines(house)[0].state == ""


def test_the_register_offers_what_can_be_done(house):
    assert [href.split("/")[-2] for href, _word in lines(house)[0].ways] == ["suspend", "correct"]
    act(house, "suspend", reason="Espera.")
    assert [href.split("/")[-2] for href, _word in lines(house)[0].ways] == ["reinstate", "correct"]


def test_the_public_page_says_that_it_is_suspended(house):
    act(house, "suspend", reason="Revisamos el examen.")
    text = house.browser("nobody").get(f"/es/certificates/{house.code}/").content.decode()
    assert "uspendid" in text


def test_a_corrected_name_stands_on_a_new_certificate(house):
    assert act(house, "correct", reason="Faltaba un acento.", learner_name="Tomás Xo'ol").status_code == 302
    assert {(line.state, bool(line.ways)) for line in lines(house)} == {("", True), ("revocado", False)}


@pytest.mark.parametrize("word", ["suspend", "reinstate", "correct"])
def test_nothing_happens_without_a_reason(house, word):
    assert act(house, word).status_code == 400
    assert credentials.credential(house.code).state is CredentialState.VALID


def test_what_makes_no_sense_is_said_on_the_page(house):
    assert act(house, "reinstate", reason="Por si acaso.").status_code == 400


@pytest.mark.parametrize("word", ["suspend", "reinstate", "correct"])
def test_nobody_else_ever_may(house, word):
    for name in sorted({*EVERYBODY} - {"ernesto"}):
        refused = 302 if name == "nobody" else 403
        assert act(house, word, name, reason="No.", learner_name="Otra").status_code == refused, name
    assert credentials.credential(house.code).state is CredentialState.VALID
