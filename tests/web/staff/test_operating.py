"""The operator's start page, and the roles that they give and end."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from tequio.kit import clock, jobs
from tequio.learning import api as learning
from tequio.people import api as people
from tequio.people.values import Role
from tequio.records.models import Statement
from tequio.site.seeds import study
from tests.cast import EVERYBODY, NOW, sign_in
from tests.web.staff.conftest import published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def desk(cast, client, _today):
    """Marisol's browser."""
    return sign_in(client, cast.marisol)


def roles_of(person) -> set[Role]:
    return {grant.role for grant in people.actor(person.id, now=NOW).grants}


def test_the_start_page_counts_the_people_of_its_own_organisation(cast, desk):
    page = desk.get("/en/operate/").context["page"]
    assert dict(page.people)["People"] == "8"
    assert dict(page.people)["Operator"] == "1"
    assert page.organisation == cast.a.name


def test_it_says_first_that_there_is_no_backup(desk):
    page = desk.get("/en/operate/").context["page"]
    assert page.verdict == "One thing needs you: there is no backup yet"
    assert (page.states[0].tone, page.states[0].text) == ("bad", "There is no backup yet.")


def test_with_a_backup_all_is_well(desk, settings):
    backed_up(settings)
    page = desk.get("/en/operate/").context["page"]
    assert (page.verdict, page.well) == ("All is well", True)


def backed_up(settings):
    (settings.DATA / "backups").mkdir()
    file = settings.DATA / "backups" / "tequio-20261123T030000Z.tar"
    file.touch()
    os.utime(file, (NOW.timestamp() - 3600,) * 2)


def test_it_tells_the_age_of_the_last_backup(desk, settings):
    backed_up(settings)
    assert "The last backup is of" in desk.get("/en/operate/").context["page"].states[0].text


def test_a_backup_written_elsewhere_counts(desk, settings, tmp_path):
    file = tmp_path / "tequio-elsewhere.tar"
    file.touch()
    (settings.DATA / "last-backup").write_text(f"{file}\n")
    assert "The last backup is of" in desk.get("/en/operate/").context["page"].states[0].text


def test_work_that_nobody_begins_is_said(cast, desk, settings):
    backed_up(settings)
    with clock.frozen_at(NOW - timedelta(minutes=5)):
        desk.post("/en/operate/ledger/")
    assert "systemctl restart" in desk.get("/en/operate/").context["page"].states[0].tip


def test_the_chain_is_checked_on_request_only(cast, desk):
    published(cast)
    assert desk.get("/en/operate/").context["page"].ledger.word == "Not checked"
    errand = desk.post("/en/operate/ledger/")["Location"]
    assert [way.href for way in desk.get("/en/operate/").context["page"].under_way] == [errand]
    jobs.run_waiting()
    assert desk.get("/en/operate/").context["page"].ledger.word == "Whole"
    assert desk.get(errand).context["page"].ended.word == "Whole"


def test_a_broken_chain_is_what_needs_somebody(cast, desk, settings):
    backed_up(settings)
    published(cast)
    study.Studying(cast.rosa, learning.compile_folder(settings.EXAMPLE_COURSE), NOW).finish_modules(1)
    Statement.objects.filter(seq=1).update(body=b"{}")
    desk.post("/en/operate/ledger/")
    jobs.run_waiting()
    assert "broken" in desk.get("/en/operate/").context["page"].verdict


COLOURS = "Give the hub your colours"


def to_do(desk) -> list[str]:
    return [line.title for line in desk.get("/en/operate/").context["page"].todo]


def test_what_is_still_to_do_follows_from_what_is_there(cast, desk, settings):
    assert to_do(desk) == ["Bring in a first course", "Make a backup", COLOURS]
    backed_up(settings)
    published(cast)
    assert to_do(desk) == []


def test_the_example_is_published_like_any_course_and_waits_for_a_reviewer(cast, desk):
    errand = desk.post("/en/operate/example/")["Location"]
    jobs.run_waiting()
    (card,) = learning.catalogue(organisation=cast.a.id)
    assert card.preview
    assert desk.get(errand).context["page"].way.href == f"/en/courses/{card.key}/"
    assert to_do(desk) == ["Have a course reviewed", "Make a backup", COLOURS]


def test_a_lonely_operator_is_told_to_invite_somebody(cast, client, _today):
    client = sign_in(client, cast.rodrigo)
    assert to_do(client) == ["Bring in a first course", "Invite colleagues", "Make a backup", COLOURS]


@pytest.mark.django_db(transaction=True)
def test_a_backup_is_made_from_the_page(cast, client, settings):
    settings.DATA.mkdir(exist_ok=True)
    browser = sign_in(client, cast.marisol)
    errand = browser.post("/en/operate/backup/")["Location"]
    jobs.run_waiting()
    assert browser.get(errand).context["page"].ended.word == "Done"
    assert list((settings.DATA / "backups").glob("tequio-*.tar"))


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
