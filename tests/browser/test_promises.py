"""What axe cannot see and a program can: WCAG 2.2's newer criteria on every page of the register, in both languages.

What neither sees is in docs/accessibility.md, done by hand.
"""

from __future__ import annotations

import re
from itertools import product

import pytest
from lxml import html

from tests.browser.matrix import LANGUAGES
from tests.pages import PAGES

REMEMBERED = {"current-password", "new-password", "one-time-code"}


@pytest.fixture(scope="module")
def everything(hall):
    """Every page as it was sent, by name and language."""
    return {
        (page.key, language): html.document_fromstring(hall.world.visit(page, language).body.decode())
        for page, language in product(PAGES, LANGUAGES)
    }


def test_help_stands_in_the_same_place_on_every_page(everything):
    """3.2.6: the same links in the same order at the foot."""
    for language in LANGUAGES:
        feet = {
            tuple(address.partition("?")[0] for address in page.xpath("//footer//a/@href"))
            for (_, spoken), page in everything.items()
            if spoken == language
        }
        assert len(feet) == 1
        assert f"/{language}/help/" in feet.pop()


def test_nothing_is_dragged(everything, hall):
    """2.5.7: neither a page nor the script knows of dragging."""
    for key, page in everything.items():
        assert not page.xpath("//*[@draggable]"), key
    scripts = {address for page in everything.values() for address in page.xpath("//script/@src")}
    for address in scripts:
        script = hall.world.people["stranger"].open(address).body.decode()
        assert not re.search(r"dragstart|pointermove|mousemove|touchmove", script), address


def test_a_secret_may_be_remembered_and_pasted(everything, hall):
    """3.3.8: a password manager can fill it in, and nothing forbids the clipboard."""
    for key, page in everything.items():
        for field in page.xpath("//input[@type='password' or @name='secret' or @name='current']"):
            assert field.get("autocomplete") in REMEMBERED, (key, field.get("name"))
        assert not page.xpath("//*[@onpaste]"), key


def test_what_is_known_is_not_asked_again(everything, hall):
    """3.3.7: the second question of joining and of signing in carries the answer to the first."""
    assert everything["stranger-join-secret", "es"].xpath("//input[@type='hidden'][@name='name']/@value")
    assert everything["stranger-sign-in-secret", "es"].xpath("//input[@type='hidden'][@name='code']/@value")


def test_every_link_within_a_page_leads_somewhere(everything):
    for key, page in everything.items():
        there = {"", *page.xpath("//@id")}
        lost = [link for link in page.xpath("//a/@href") if link.startswith("#") and link[1:] not in there]
        assert not lost, (key, lost)


def test_every_page_names_itself_and_its_language(everything):
    """2.4.2 and 3.1.1."""
    for key, page in everything.items():
        assert page.get("lang") == key[1], key
        assert len(page.xpath("//title")[0].text.split(" · ")[0]) > 2, key
        assert len(page.xpath("//h1")) == 1, key


def test_no_page_reloads_itself_while_somebody_reads(everything):
    """2.2.1 and 2.2.2: nothing moves, nothing renews itself unasked."""
    for key, page in everything.items():
        assert not page.xpath("//meta[@http-equiv='refresh'] | //marquee | //blink | //video[@autoplay]"), key
