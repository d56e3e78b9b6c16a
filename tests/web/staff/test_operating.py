"""The operator's start page, and the roles that they give and end."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from tequio.people import api as people
from tequio.people.values import Role
from tests.cast import EVERYBODY, NOW, sign_in
from tests.web.staff.conftest import published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def desk(cast, client, _today):
    """Marisol's browser."""
    cache.clear()
    return sign_in(client, cast.marisol)


def roles_of(person) -> set[Role]:
    return {grant.role for grant in people.actor(person.id, now=NOW).grants}


def test_the_start_page_counts_the_people_of_its_own_organisation(cast, desk):
    page = desk.get("/en/operate/").context["page"]
    assert dict(page.people)["People"] == "8"
    assert dict(page.people)["Operator"] == "1"
    assert page.organisation == cast.a.name


def test_it_says_that_there_is_no_backup(desk):
    backup = desk.get("/en/operate/").context["page"].states[0]
    assert (backup.tone, backup.text) == ("bad", "There is no backup yet.")


def test_it_tells_the_age_of_the_last_backup(desk, settings):
    (settings.DATA / "backups").mkdir()
    (settings.DATA / "backups" / "tequio-20261123T030000Z.tar").touch()
    assert "The last backup is of" in desk.get("/en/operate/").context["page"].states[0].text


def test_the_chain_is_checked_on_request_only(cast, desk):
    published(cast)
    assert desk.get("/en/operate/").context["page"].ledger.word == "Not checked"
    desk.post("/en/operate/ledger/")
    assert desk.get("/en/operate/").context["page"].ledger.word == "Whole"


def test_its_courses_are_those_of_its_own_organisation(cast, desk, client):
    published(cast)
    assert len(desk.get("/en/operate/").context["page"].courses) == 1
    assert sign_in(client, cast.rodrigo).get("/en/operate/").context["page"].courses == []


def test_a_role_is_given_until_the_end_of_its_last_day(cast, desk):
    desk.post(f"/en/operate/roles/{cast.tomas.id}/", {"role": "teacher", "last_day": "2026-12-31"})
    (given,) = [g for g in people.actor(cast.tomas.id, now=NOW).grants if g.role is Role.TEACHER]
    assert given.expires_at is not None
    assert given.expires_at.isoformat() == "2027-01-01T06:00:00+00:00"  # midnight in Mexico City


def test_a_role_that_ends_is_gone_at_once(cast, desk):
    desk.post(f"/en/operate/roles/{cast.beatriz.id}/end/", {"role": "reviewer", "run": ""})
    assert Role.REVIEWER not in roles_of(cast.beatriz)


@pytest.mark.parametrize(
    "data", [{}, {"role": "learner"}, {"role": "king"}, {"role": "teacher", "last_day": "2020-01-01"}]
)
def test_nonsense_gives_no_role(cast, desk, data):
    assert desk.post(f"/en/operate/roles/{cast.tomas.id}/", data).status_code == 400
    assert roles_of(cast.tomas) == {Role.LEARNER}


def test_nobody_ends_or_limits_their_own_power(cast, desk):
    own = f"/en/operate/roles/{cast.marisol.id}/"
    assert desk.post(own + "end/", {"role": "operator", "run": ""}).status_code == 403
    assert desk.post(own, {"role": "operator", "last_day": "2026-12-31"}).status_code == 403


def test_people_of_another_organisation_are_neither_found_nor_given_roles(cast, desk):
    assert desk.get("/en/operate/roles/", {"q": "ines"}).context["page"].found == []
    assert desk.get(f"/en/operate/roles/{cast.ines.id}/").status_code == 403
    assert desk.post(f"/en/operate/roles/{cast.ines.id}/", {"role": "teacher"}).status_code == 403


@pytest.mark.parametrize("name", [name for name in EVERYBODY if name not in ("marisol", "rodrigo", "nobody")])
def test_nobody_else_ever_gives_a_role(cast, client, name):
    browser = sign_in(client, cast.person(name))
    before = roles_of(cast.tomas)
    assert browser.get("/es/operate/").status_code == 403
    assert browser.post(f"/es/operate/roles/{cast.tomas.id}/", {"role": "operator"}).status_code == 403
    assert roles_of(cast.tomas) == before
