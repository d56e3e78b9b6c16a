"""The demo's front door, and that no other hub has one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def strip(cast, settings):
    """A demo whose strip names Rosa and a stranger."""
    settings.DEMO = True
    rows = [
        {
            "key": "rosa",
            "name": "Rosa",
            "words": {"es": "va a la mitad", "en": "is mid-course"},
            "path": "/today/",
        },
        {"key": "employer", "name": "Empresa", "words": {"es": "revisa", "en": "checks"}, "path": "/verify/"},
    ]
    people = (str(cast.rosa.id), None)
    named = [{**row, "person": person} for row, person in zip(rows, people, strict=True)]
    Path(settings.DATA, "demo.json").write_text(json.dumps(named), "utf-8")


@pytest.fixture
def simulated(cast):
    """Organisation A is a simulated one, as the demo's is."""
    from tequio.people.models import Organisation

    Organisation.objects.filter(uuid=cast.a.id).update(simulated=True)


def test_the_strip_says_who_is_about_to_do_what(strip, client: Client):
    page = client.get("/es/").content.decode()

    assert "Entra como" in page
    assert "va a la mitad" in page


def test_entering_signs_in_and_goes_to_the_moment(strip, simulated, client: Client):
    answer = client.post("/es/enter-as/rosa/")

    assert (answer.status_code, answer["Location"]) == (302, "/es/today/")
    assert client.get("/es/today/").status_code == 200


def test_the_employer_is_a_stranger(strip, simulated, client: Client):
    client.post("/es/enter-as/rosa/")

    assert client.post("/es/enter-as/employer/")["Location"] == "/es/verify/"
    assert client.get("/es/today/").status_code == 302


def test_outside_demo_mode_there_is_no_strip_and_no_way_in(strip, simulated, settings, client: Client):
    settings.DEMO = False

    assert "Entra como" not in client.get("/es/").content.decode()
    assert client.post("/es/enter-as/rosa/").status_code == 404


def test_nobody_of_a_real_organisation_can_be_entered_as(strip, client: Client):
    assert client.post("/es/enter-as/rosa/").status_code == 404


def test_a_link_alone_enters_nobody(strip, simulated, client: Client):
    assert client.get("/es/enter-as/rosa/").status_code == 405
