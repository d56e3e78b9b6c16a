"""An attempt stays in the language in which it began; a page in another language says so of it (WCAG 2.2, 3.1.2)."""

from __future__ import annotations

from tests.web.learn.pages_of import COURSE


def begin(learner) -> str:
    return learner.post(f"{COURSE}check/")["Location"]


def test_items_in_another_language_than_the_page_are_marked(learner):
    page = learner.get(begin(learner).replace("/es/", "/en/")).content.decode()
    assert '<fieldset lang="es"' in page
    assert '<h1 lang="es">' in page
    assert '<span class="hidden" lang="en">' in page


def test_items_in_the_page_s_own_language_need_no_mark(learner):
    assert "<fieldset lang=" not in learner.get(begin(learner)).content.decode()


def test_what_was_not_asked_yet_is_not_wrong_yet(client, course):
    answer = client.post("/es/join/", {"name": ""})
    assert answer.status_code == 400
    assert "#id_secret" not in answer.content.decode()
