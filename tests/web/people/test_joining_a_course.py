"""Joining on the way to a course: one page later one is enrolled in it."""

from __future__ import annotations

from django.test import Client

from tequio.learning import api as learning
from tequio.people import api as people
from tests.cast import PIN

ROSA = {"name": "Rosa Jiménez", "secret": PIN, "email": ""}


def enrolled(client: Client) -> list[str]:
    (person,) = people.device_people(client.cookies["tequio_device"].value)
    return [enrolment.course_key for enrolment in learning.enrolments(person.id)]


def test_the_page_remembers_the_course(course):
    text = Client().get("/es/join/", {"course": course.key}).content.decode()
    assert f'name="course" value="{course.key}"' in text


def test_joining_for_a_course_enrols_in_it_and_leads_there(course):
    client = Client()
    card = client.post("/es/join/", ROSA | {"course": course.key})["Location"]
    assert enrolled(client) == [course.key]
    assert client.get(card).context["page"].next == f"/es/courses/{course.key}/"


def test_joining_from_the_courses_button_leads_back_to_it(course):
    client = Client()
    join = client.post(f"/es/courses/{course.key}/join/")["Location"]
    assert join == f"/es/join/?next=/es/courses/{course.key}/join/"
    card = client.post("/es/join/", ROSA | {"next": f"/es/courses/{course.key}/join/"})["Location"]
    assert client.get(card).context["page"].next == f"/es/courses/{course.key}/join/"


def test_a_course_that_is_not_there_makes_no_account(course):
    client = Client()
    assert client.post("/es/join/", ROSA | {"course": "no-such-course"}).status_code == 404
    assert "tequio_device" not in client.cookies


def test_whoever_joins_belongs_to_the_organisation_that_gives_the_course(course, shared_hub):
    client = Client()
    client.post("/es/join/", ROSA | {"course": course.key})
    (person,) = people.device_people(client.cookies["tequio_device"].value)
    assert person.organisation == shared_hub.cast.a.id
