"""What a stranger reads before joining."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from tequio.learning.values import ReviewKind
from tequio.web.learn.pages.course import course_page
from tests.web.learn.pages_of import COURSE, hrefs_of, text_of

pytestmark = pytest.mark.django_db


def test_the_bare_address_leads_to_the_readers_language(spanish, english, course):
    assert spanish.get("/")["Location"] == "/es/"
    answer = english.get("/")
    assert (answer["Location"], answer["Vary"]) == ("/en/", "Accept-Language")


def test_the_catalogue_says_minutes_kilobytes_money_and_certificate(client, course):
    said = text_of(client.get("/es/courses/"))
    assert f"{course.minutes} minutos" in said
    assert f"{-(-course.bytes // 1000)} kB de datos" in said
    assert "Cuesta 0" in said
    assert "Certificado gratis" in said


def test_the_course_page_says_what_the_certificate_will_and_will_not_mean(client, course):
    said = text_of(client.get(COURSE))
    assert "Lo que significa" in said
    assert "Lo que no significa" in said
    for outcome in course.outcomes:
        assert outcome.statement["es"] in said


def test_a_review_by_a_simulated_person_says_demo(client, course):
    summaries = [review for review in course.reviews if review.demo]
    assert ("DEMO: quien revisó" in text_of(client.get(COURSE))) is bool(summaries)


@override("es")
def test_a_preview_speaks_of_a_certificate_only_when_it_has_a_final_check(course):
    preview = replace(course, run=replace(course.run, preview=True))
    assert "diría nivel 0" in side_of(preview)
    assert "diría nivel 0" not in side_of(replace(preview, final_check=None))
    assert "Puedes estudiarlo." in side_of(replace(preview, final_check=None))


@override("es")
def test_what_the_program_found_is_no_verdict_until_somebody_reviews(course):
    by_program = next(one for one in course.reviews if one.kind is ReviewKind.MACHINE)
    by_person = next(one for one in course.reviews if one.kind is ReviewKind.SELF)
    failed = replace(by_program, passed=False)
    (alone,) = page_of(replace(course, reviews=(failed,))).reviews
    assert (alone.tone, alone.word) == ("note", "Todavía sin revisar")
    reviewed = page_of(replace(course, reviews=(failed, by_person))).reviews
    assert [(one.tone, one.word) for one in reviewed] == [("bad", "No aprobada"), ("good", "Aprobada")]


def page_of(course):
    return course_page(course, None, language="es", price_text="", price=None)


def side_of(course):
    return render_to_string("learn/course_side.html", {"page": page_of(course)})


def test_without_a_price_there_is_no_guess_of_cost(client, course):
    assert "por MB." not in text_of(client.get(COURSE))


@pytest.mark.parametrize("typed", ["100", "100,0", " 100.0 "])
def test_cost_is_worked_out_at_the_visitors_own_price(client, course, typed):
    cost = course.bytes * 100 / 1_000_000
    assert f"Son cerca de {cost:.2f} si pagas" in text_of(client.get(COURSE, {"price": typed}))


@pytest.mark.parametrize("typed", ["mucho", "-1", "0", "nan", "1e9"])
def test_what_is_no_price_is_said_to_be_none(client, course, typed):
    said = text_of(client.get(COURSE, {"price": typed}))
    assert "Escribe un número mayor que 0" in said
    assert "Son cerca de" not in said


def test_every_module_and_step_can_be_read_without_an_account(client, course):
    for module in course.modules:
        page = client.get(f"{COURSE}modules/{module.key}/")
        steps = [href for href in hrefs_of(page) if href.startswith(f"{COURSE}modules/{module.key}/")]
        assert len(set(steps)) == len(module.steps)
        assert {client.get(step).status_code for step in steps} == {200}


def test_a_stranger_meets_practice_items_with_a_link_to_join(client, course):
    page = client.get(f"{COURSE}modules/spot-fraud/practice/")
    assert f"{COURSE}join/" in hrefs_of(page)
    assert b'name="do"' not in page.content


def test_reading_sets_no_cookie(client, course):
    for address in ("/es/", "/es/courses/", COURSE, f"{COURSE}modules/spot-fraud/practice/"):
        assert not client.get(address).cookies


def test_the_language_link_keeps_the_page_and_its_query(client, course):
    assert "/en/courses/digital-safety/?price=2" in hrefs_of(client.get(COURSE, {"price": "2"}))


def test_joining_sends_a_stranger_to_make_an_account_and_back(client, course):
    answer = client.get(f"{COURSE}join/")
    assert answer["Location"].startswith("/es/join/?next=")
    assert "courses/digital-safety/join/" in answer["Location"]


def test_a_picture_that_the_package_does_not_list_is_not_there(client, course):
    assert client.get(f"/packages/{course.package_id}/{'0' * 64}").status_code == 404
