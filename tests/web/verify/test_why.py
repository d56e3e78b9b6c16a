"""A certificate opens into its chain, says what is missing, and gives nothing else away."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache

from tequio.credentials import api
from tequio.kit import clock
from tequio.records import api as records
from tests.cast import NOW
from tests.credentials.samples import NOON
from tests.web import world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon():
    cache.clear()
    with clock.frozen_at(NOON):
        yield


def read(client, code, language="en"):
    return client.get(f"/{language}/certificates/{code}/why/").content.decode()


def test_the_certificate_leads_to_it(client, earned):
    page = client.get(f"/es/certificates/{earned.code}/").content.decode()

    assert f'href="/es/certificates/{earned.code}/why/"' in page


def test_it_says_each_row_reached_and_the_record_read(client, earned):
    page = read(client, earned.code)

    assert re.findall(r"\(([ISAMQET]\d)\)</span>", page) == ["I0", "S0", "A1", "M0", "Q1", "E1", "T1"]
    assert page.count("Read:") == 7
    assert "The log of identity checks" in page


def test_it_says_the_reviews_and_by_whom(client, earned):
    page = read(client, earned.code)

    assert "Automatic review" in page
    assert "Leticia Ruiz" in page


def test_it_says_the_final_check_in_numbers(client, earned):
    page = read(client, earned.code)

    assert "To pass took 75% of the items right." in page
    assert "3 of 4" in page


def test_it_says_where_the_ledger_holds_the_issue(client, cast, earned):
    (kept,) = records.statements(store=cast.a.id, registration=earned.registration)
    page = read(client, earned.code)

    assert str(kept.statement.id) in page
    assert f"{kept.origin} · {kept.seq}" in page
    assert kept.statement.actor.name not in page


def test_it_names_the_nearest_way_up_in_both_languages(client, earned):
    english, spanish = read(client, earned.code), read(client, earned.code, "es")

    assert "things together would make it L2 · Demonstrated:" in english
    assert "One task of the person&#x27;s own work, marked with a rubric." in english
    assert "cosas juntas sería L2 · Demostrado:" in spanish
    assert "Una tarea de trabajo propio, calificada con una rúbrica." in spanish


def test_a_revoked_one_is_shown_as_revoked(client, cast, earned):
    api.revoke(credential=earned.id, reason="El nombre estaba mal.", by=cast.actor("ernesto"), now=NOON)
    page = read(client, earned.code)

    assert "This certificate no longer stands." in page
    assert "El nombre estaba mal." in page


def test_a_studied_course_shows_its_version_and_modules_and_no_item(client, cast):
    with clock.frozen_at(NOW):
        world.build(cast)
    (view,) = api.credentials_of(cast.tomas.id)
    page, chain = read(client, view.code), api.chain(view.code, now=NOON)

    assert chain.version_num == 1
    assert len(chain.modules) == 3
    assert all(title["en"] in page for title in chain.modules)
    assert view.package_id[:12] in page
    assert view.package_id not in page
    assert not {str(view.attempt), str(view.registration), str(cast.tomas.id)} & set(
        re.findall(r"[\w-]{36}", page)
    )
    assert view.learner_name not in page


def test_it_is_not_for_search_engines_and_not_cached(client, earned):
    response = client.get(f"/en/certificates/{earned.code}/why/")

    assert b'content="noindex"' in response.content
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_a_code_that_is_not_there_is_a_page_not_found(client, issuer):
    assert client.get("/es/certificates/AAAAAAAAAAAA/why/").status_code == 404
