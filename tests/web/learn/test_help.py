"""Help: every topic in both languages, easy to read, with links that lead somewhere."""

import re

import pytest
from django.conf import settings
from django.utils.translation import override

from tequio.web.learn.topics import FOLDER, GROUPS, KEYS, plain, topic
from tequio_measure.readability import readability
from tests.web.learn.pages_of import hrefs_of, text_of

LANGUAGES = [code for code, _ in settings.LANGUAGES]
EASY = 65  # Szigriszt-Pazos: "rather easy" on the INFLESZ scale


def test_each_topic_has_a_file_in_each_language_and_no_file_lacks_its_topic():
    files = {path.name for path in FOLDER.iterdir()}
    assert files == {f"{key}.{language}.md" for key in KEYS for language in LANGUAGES}


def test_no_topic_stands_in_two_groups():
    assert len(KEYS) == len(set(KEYS)) == sum(map(len, GROUPS.values()))


@pytest.mark.parametrize("key", KEYS)
def test_a_topic_in_spanish_is_easy_to_read(key):
    assert readability((FOLDER / f"{key}.es.md").read_text("utf-8"), "es").score >= EASY


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_a_topic_is_short_and_links_to_the_page_it_speaks_of(key, language):
    with override(language):
        shown = topic(key, language)
        assert shown.title
        assert not shown.title.startswith("#")
        assert 40 < len(plain(shown.text).split()) < 200
        links = re.findall(r"\]\(([^)]+)\)", shown.text)
        assert links
        assert all(link.startswith(f"/{language}/") for link in links)


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_help_leads_somewhere(client, language):
    index = client.get(f"/{language}/help/")
    topics = {href for href in hrefs_of(index) if href.startswith(f"/{language}/help/")} - {
        f"/{language}/help/"
    }
    assert len(topics) == len(KEYS)
    links = {href for one in topics for href in hrefs_of(client.get(one)) if href.startswith(f"/{language}/")}
    assert {client.get(link).status_code for link in links} <= {200, 302}


@pytest.mark.django_db
def test_help_on_nothing_offers_the_topics_and_a_search(client):
    answer = client.get("/es/help/no-such-topic/")
    assert answer.status_code == 404
    assert "Mira los temas o busca." in text_of(answer)


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("- **Tú** ves [todo](/x/).", "Tú ves todo."),
        ("1. uno\n2. dos", "uno dos"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
    ],
)
def test_markdown_is_searched_as_running_text(markdown, said):
    assert plain(markdown) == said
