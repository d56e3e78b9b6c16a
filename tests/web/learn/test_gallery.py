"""The gallery shows every part, in both languages and both directions, and keeps nothing."""

import re

import pytest

from tequio.people.models import Person
from tequio.web.learn.pages.gallery import GalleryPage
from tests.web.learn.pages_of import text_of
from tests.web.test_pages import INCLUDE, TEMPLATES

pytestmark = pytest.mark.django_db


def included(template: str) -> set[str]:
    found = set(INCLUDE.findall((TEMPLATES / template).read_text("utf-8")))
    return found.union(*(included(one) for one in found))


def test_every_part_is_in_the_gallery():
    parts = {f"parts/{path.name}" for path in (TEMPLATES / "parts").glob("*.html")}
    assert parts - included(GalleryPage.template) == set()


@pytest.mark.parametrize(("language", "word"), [("es", "Piezas"), ("en", "Parts")])
def test_it_needs_no_account_and_speaks_the_language_of_its_address(client, language, word):
    answer = client.get(f"/{language}/parts/")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()
    assert word in text_of(answer)


def test_it_turns_round_when_asked(client):
    assert '<html lang="es" dir="rtl">' in client.get("/es/parts/?dir=rtl").content.decode()
    assert 'dir="rtl"' not in client.get("/es/parts/?dir=up").content.decode().partition("<body")[0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_dressed_in_light_or_dark_when_asked(client, theme):
    page = client.get(f"/es/parts/?dir=rtl&theme={theme}").content.decode()
    assert f'<html lang="es" dir="rtl" data-theme="{theme}">' in page
    assert "data-theme" not in client.get("/es/parts/?theme=sepia").content.decode().partition("<body")[0]


def test_its_links_reach_all_four_ways_of_looking_and_keep_the_other_choice(client):
    page = client.get("/en/parts/?dir=rtl").content.decode()
    assert 'href="/en/parts/?dir=rtl&amp;theme=dark"' in page
    assert 'href="/en/parts/?dir=rtl&amp;theme=light"' in page
    assert 'href="/en/parts/"' in page


def test_all_five_states_of_a_check_are_shown(client):
    said = text_of(client.get("/en/parts/"))
    assert all(word in said for word in ("OK", "Failed", "Not checked", "Unknown", "Out of date"))


def test_no_two_things_share_an_id(client):
    ids = re.findall(r'\sid="([^"]+)"', client.get("/es/parts/").content.decode())
    assert len(ids) == len(set(ids))


def test_what_is_sent_there_leads_back_and_is_kept_nowhere(client):
    before = Person.objects.count()
    answer = client.post("/es/parts/?dir=rtl", {"name": "María"})
    assert (answer.status_code, answer["Location"]) == (302, "/es/parts/?dir=rtl")
    assert Person.objects.count() == before


def test_outside_a_demonstration_nobody_can_be_entered_as(client):
    assert "/enter-as/" not in client.get("/es/parts/").content.decode()


def test_no_menu_leads_there(client):
    assert "/parts/" not in client.get("/es/help/").content.decode()
