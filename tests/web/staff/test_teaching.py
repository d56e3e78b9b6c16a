"""The teacher's pages: who is where, and never another organisation's."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tequio.learning import api as learning
from tequio.people import api as people
from tequio.people.values import Role
from tequio.web.teach.table import harmless
from tests.cast import EVERYBODY, NOW, learner, sign_in
from tests.web.staff.conftest import House

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def rows(house: House, name: str = "joaquin", language: str = "en") -> list[dict[str, str]]:
    response = house.browser(name).get(f"/{language}/teach/runs/{house.run}/learners.csv")
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))


def test_the_list_says_who_is_where_and_who_is_silent(house):
    page = house.browser("joaquin").get(f"/en/teach/runs/{house.run}/").context["page"]
    rosa, tomas = page.lines
    assert (rosa.name, rosa.silent, rosa.done, rosa.total) == (house.cast.rosa.name, True, 6, 18)
    assert rosa.where.startswith("Module 2 of 3")
    assert (tomas.silent, tomas.passed, tomas.code) == (False, True, house.code)
    assert tomas.result == "11 of 12 right, in 1 try"
    assert len(tomas.outcomes) == 3


def test_only_the_silent_are_shown_when_asked_for(house):
    page = house.browser("joaquin").get(f"/en/teach/runs/{house.run}/", {"show": "silent"}).context["page"]
    assert [line.name for line in page.lines] == [house.cast.rosa.name]


def test_the_start_page_counts(house):
    (card,) = house.browser("joaquin").get("/en/teach/").context["page"].runs
    assert (card.learners, card.silent, card.certificates, card.preview) == (2, 1, 1, False)


def test_the_start_page_says_who_needs_a_word_and_why(house):
    (card,) = house.browser("joaquin").get("/en/teach/").context["page"].runs
    (silent,) = card.needs.silent
    assert silent.name == house.cast.rosa.name
    assert "Module 2 of 3" in silent.reason
    assert not card.needs.stuck


def test_a_certificate_ends_every_need(house):
    (card,) = house.browser("joaquin").get("/en/teach/").context["page"].runs
    assert house.cast.tomas.name not in str(card.needs)


def test_the_run_is_drawn_with_its_intervals(house):
    said = house.browser("joaquin").get(f"/en/teach/runs/{house.run}/").content.decode()
    assert "2 of 2: 100%, most likely 34% to 100%" in said
    assert "1 of 1: 100%, most likely 21% to 100%" in said
    assert "Activity by week" in said


def test_the_sheet_for_others_hides_so_few(house):
    page = house.browser("joaquin").get(f"/en/teach/runs/{house.run}/sheet/")
    said = page.content.decode()
    assert "fewer than 10" in said
    assert "most likely" not in said
    assert house.cast.rosa.name not in said and house.cast.tomas.name not in said


def test_a_longer_list_takes_no_more_queries(house):
    browser, path = house.browser("joaquin"), f"/en/teach/runs/{house.run}/"
    browser.get(path)
    with CaptureQueriesContext(connection) as short:
        browser.get(path)
    for number in range(3):
        enrol(house, f"Learner {number}")
    with CaptureQueriesContext(connection) as long:
        assert len(browser.get(path).context["page"].lines) == 5
    assert len(long) == len(short) <= 24


def enrol(house: House, name: str) -> None:
    who = learner(house.cast.a, name)
    learning.enrol(run=house.run, person=who.id, language="es", by=people.actor(who.id, now=NOW), now=NOW)


def test_the_table_has_a_row_per_learner_and_a_column_per_outcome(house):
    rosa, tomas = rows(house)
    assert rosa["Name"] == house.cast.rosa.name
    assert (rosa["Silent"], rosa["Steps done"], rosa["Joined on"]) == ("yes", "6", "2026-11-14")
    assert (tomas["Silent"], tomas["Certificate"]) == ("no", house.code)
    assert len(rosa) == 13


def test_the_table_shows_the_end_of_a_code_only(house):
    text = house.browser("joaquin").get(f"/en/teach/runs/{house.run}/learners.csv").content.decode()
    assert house.cast.rosa.code_tail in text
    assert house.cast.rosa.code not in text


@pytest.mark.parametrize("cell", ["=1+1", "+52 55", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n=1"])
def test_no_cell_is_a_formula(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Rosa", "3 of 4 right", "a=b", "2026-11-23"])
def test_plain_cells_stay_as_they_are(cell):
    assert harmless(cell) == cell


def test_nobody_else_ever_sees_the_learners(house):
    for name in sorted({*EVERYBODY} - {"joaquin", "lupita"}):
        for path in ("", "sheet/", "learners.csv"):
            response = house.browser(name).get(f"/es/teach/runs/{house.run}/{path}")
            assert response.status_code == (302 if name == "nobody" else 403), name
            if name != "rosa":  # her own name stands on her own pages
                assert house.cast.rosa.name not in response.content.decode()


def test_a_teacher_of_another_organisation_sees_nothing_of_this_one(house, client):
    cast = house.cast
    teacher = learner(cast.b, "Nora Garza")
    people.grant(
        person=teacher.id, role=Role.TEACHER, organisation=cast.b.id, by=cast.actor("rodrigo"), now=NOW
    )
    browser = sign_in(client, teacher)
    assert browser.get("/es/teach/").context["page"].runs == []
    assert browser.get(f"/es/teach/runs/{house.run}/").status_code == 403


def test_a_teacher_of_one_run_sees_that_run_only(house, client):
    cast = house.cast
    teacher = learner(cast.a, "Nora Garza")
    people.grant(
        person=teacher.id,
        role=Role.TEACHER,
        organisation=cast.a.id,
        run=house.run,
        by=cast.actor("marisol"),
        now=NOW,
    )
    browser = sign_in(client, teacher)
    assert len(browser.get("/es/teach/").context["page"].runs) == 1
    assert browser.get(f"/es/teach/runs/{house.run}/").context["page"].passed == 1


def test_a_facilitator_sees_who_is_silent_and_no_result(house):
    page = house.browser("lupita").get(f"/es/teach/runs/{house.run}/").context["page"]
    assert page.silent == 1
    assert not any(line.result or line.outcomes for line in page.lines)
