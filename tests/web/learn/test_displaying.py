"""Light or dark is everybody's choice: no account, no script, kept by the browser alone."""

import pytest

from tequio.web.display import COOKIE

pytestmark = pytest.mark.django_db


def html_tag(answer) -> str:
    return answer.content.decode().partition("<html")[2].partition(">")[0]


def test_whoever_chose_nothing_gets_what_the_device_asks(client):
    assert "data-theme" not in html_tag(client.get("/es/"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_choice_holds_on_every_page_from_then_on(client, theme):
    answer = client.post("/es/display/", {"theme": theme, "next": "/es/courses/"})
    assert (answer.status_code, answer["Location"]) == (302, "/es/courses/")
    assert f'data-theme="{theme}"' in html_tag(client.get("/en/help/"))


def test_as_the_device_asks_forgets_the_choice(client):
    client.post("/es/display/", {"theme": "dark"})
    client.post("/es/display/", {"theme": "device"})
    assert "data-theme" not in html_tag(client.get("/es/"))


def test_choosing_nothing_says_what_to_do(client):
    answer = client.post("/es/display/", {})
    assert answer.status_code == 400
    assert "Elige una de las tres." in answer.content.decode()


@pytest.mark.parametrize("sent", ["sepia", '"><script>', "light dark"])
def test_a_cookie_that_somebody_made_up_changes_nothing(client, sent):
    client.cookies[COOKIE] = sent
    assert "data-theme" not in html_tag(client.get("/es/"))


@pytest.mark.parametrize("wish", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_it_leads_back_to_this_hub_only(client, wish):
    assert client.post("/es/display/", {"theme": "dark", "next": wish})["Location"] == "/es/"


def test_every_foot_leads_there_and_back(client):
    assert 'href="/es/display/?next=/es/courses/"' in client.get("/es/courses/").content.decode()
