"""Pages of an employer: what its officer signs stands on the course, and goes when it is taken back."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tequio.people import api as people
from tequio.people.values import Role
from tests.cast import NOW, sign_in

PAGE = "/en/employ/"
ENDORSE = "/en/employ/courses/digital-safety/"
COURSE = "/en/courses/digital-safety/"
SAID = {
    "about": "course",
    "claim": "hired",
    "count": "3",
    "comment": "They work <b>well</b>.",
    "last_day": "2027-06-30",
}


@pytest.fixture
def officer(shared_hub, course):
    """Inés, who signs for the polytechnic from now on."""
    cast = shared_hub.cast
    people.grant(
        person=cast.ines.id, role=Role.OFFICER, organisation=cast.b.id, by=cast.actor("rodrigo"), now=NOW
    )
    return sign_in(Client(), cast.ines)


def course_page() -> str:
    return Client().get(COURSE).content.decode()


def test_what_is_signed_stands_on_the_course_and_in_a_document(officer):
    assert officer.post(ENDORSE, SAID).status_code == 302
    page = course_page()

    assert "Who stands behind this" in page
    assert "They hired 3 people who have this." in page
    assert "&lt;b&gt;well" in page
    address = re.search(r'href="(/endorsements/[^"]+)"', page)[1]
    assert Client().get(address).json()["type"] == ["VerifiableCredential", "EndorsementCredential"]


def test_without_one_the_course_says_nothing_of_it(course):
    assert "Who stands behind this" not in course_page()


def test_what_is_taken_back_stands_there_no_more(officer):
    officer.post(ENDORSE, SAID)
    address = re.search(r'href="(/en/vouchings/[^"]+)"', officer.get(PAGE).content.decode())[1]

    assert officer.post(address, {"reason": "The tasks changed."}).status_code == 302
    assert "Who stands behind this" not in course_page()
    assert "The tasks changed." in officer.get(PAGE).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"claim": ""},
        {"claim": "other"},
        {"count": ""},
        {"count": "-1"},
        {"count": "x"},
        {"about": ""},
        {"last_day": ""},
    ],
)
def test_a_claim_that_is_not_whole_is_not_signed(officer, wrong):
    assert officer.post(ENDORSE, SAID | wrong).status_code == 400
    assert "Who stands behind this" not in course_page()


def test_the_courses_own_officer_is_told_to_ask_another(shared_hub, course):
    browser = sign_in(Client(), shared_hub.cast.ernesto)
    answer = browser.post(ENDORSE, SAID)

    assert answer.status_code == 400
    assert "ask another organisation" in answer.content.decode()
