"""From the poster's address to a certificate: without a script, at 320 px, in both languages.

How the pages look on the way is tests/browser/test_learners_pages.py's to say.
"""

from __future__ import annotations

import re

import pytest

from tequio.learning import api as learning
from tequio.site.seeds import demo

WORDS = {
    "es": {
        "join": "Inscribirme a este curso",
        "start": "Empezar el curso",
        "check": "Revisar mi respuesta",
        "hint": "Dame una pista",
        "done": "Listo, seguir",
        "begin": "Empezar ahora",
        "save": "Guardar y entregar",
        "hand in": "Entregar",
        "passed": "Aprobaste",
        "certificate": "Ver tu certificado",
    },
    "en": {
        "join": "Join this course",
        "start": "Start the course",
        "check": "Check my answer",
        "hint": "Give me a hint",
        "done": "Done, go on",
        "begin": "Start now",
        "save": "Save and hand in",
        "hand in": "Hand in",
        "passed": "You passed",
        "certificate": "See your certificate",
    },
}


@pytest.fixture(scope="module")
def compiled():
    return learning.compile_folder(demo.COURSE)


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_stranger_earns_a_certificate_without_a_script(hub, phone, compiled, language):
    page, words = phone(locale=language), WORDS[language]
    find_the_course(page, hub, words, language)
    join(page, words, language)
    study(page, words, language)
    pass_the_check(page, words, language, {item.key: item.correct for item in compiled.final})
    see_the_certificate(page, words, language)


def find_the_course(page, hub, words, language):
    page.goto(f"{hub.url}/")
    assert page.url == f"{hub.url}/{language}/"
    page.locator("main .card a").first.click()
    assert "/courses/digital-safety/" in page.url
    page.get_by_role("link", name=words["join"]).click()


def join(page, words, language):
    """An account with a PIN, the card, and the course."""
    page.fill("[name=name]", "María Hernández")
    page.locator("main form button").last.click()
    page.fill("[name=secret]", "8324")
    page.locator("main form button").first.click()
    for _ in range(
        3
    ):  # whatever stands between an account and the course: the card, then the course's own page
        if page.get_by_role("button", name=words["start"]).count():
            break
        page.locator("main a.button").first.click()
    page.get_by_role("button", name=words["start"]).click()


def study(page, words, language):
    page.locator("main a.button").first.click()
    for number in range(1, 19):
        if number == 5:  # the practice of the first module
            practise(page, words, language)
        page.get_by_role("button", name=words["done"]).click()
        if re.search(r"/modules/[^/]+/$", page.url) and number < 18:
            page.locator("aside a.button").first.click()  # the next module
            page.locator("main a.button").first.click()
    page.goto(re.sub(r"/courses/.*", "/today/", page.url))


def practise(page, words, language):
    item = page.locator("section.item").first
    item.get_by_role("button", name=words["hint"]).click()
    page.locator("section.item input[type=radio]").first.check()
    page.locator("section.item").first.get_by_role("button", name=words["check"]).click()
    assert page.locator("section.item").first.locator(".said").count() >= 2


def pass_the_check(page, words, language, keys):
    page.locator("main a[href$='/check/']").first.click()
    page.get_by_role("button", name=words["begin"]).click()
    for section in page.locator("section.item").all():
        answer(section, keys[section.get_attribute("id").removeprefix("i-")])
    page.get_by_role("button", name=words["save"]).click()
    page.get_by_role("button", name=words["hand in"], exact=True).click()
    assert words["passed"] in page.locator("h1").inner_text()


def answer(section, right):
    if section.locator("input[type=radio], input[type=checkbox]").count():
        for key in right:
            section.locator(f"input[value='{key}']").check()
    else:
        section.locator("input").fill(right[0])


def see_the_certificate(page, words, language):
    page.get_by_role("link", name=words["certificate"]).click()
    assert "/certificates/" in page.url
    assert "María Hernández" in page.locator("main").inner_text()
