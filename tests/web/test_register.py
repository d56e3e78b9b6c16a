"""tests/pages.py knows every page that tests/web/matrix.csv opens to somebody."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from django.urls import resolve

from tests import pages

MATRIX = Path(__file__).with_name("matrix.csv")
ANY_ID = "00000000-0000-0000-0000-000000000000"  # passes for a uuid, a code and a word


class AnyPlace(dict[str, str]):
    """Says the same of every place, so that an address can be read without a hub."""

    def __missing__(self, name: str) -> str:
        return ANY_ID


def route_of(page: pages.Page) -> str:
    return resolve("/es" + page.path.format_map(AnyPlace()).partition("?")[0]).url_name


def asked_by_get() -> dict[str, list[str]]:
    """What every route answers to a GET."""
    with MATRIX.open(encoding="utf-8", newline="") as file:
        return {name: words for name, method, *words in csv.reader(file) if method == "GET"}


def opened_by_get() -> set[str]:
    """Routes whose GET answers "ok" to somebody."""
    return {name for name, words in asked_by_get().items() if "ok" in words}


def registered() -> set[str]:
    return {route_of(page) for page in pages.PAGES if page.status not in (403, 404)}


def test_every_page_of_the_matrix_is_in_the_register():
    missing = opened_by_get() - registered() - pages.NOT_PAGES
    assert not missing, f"add a row to tests/pages.py for each of {sorted(missing)}"


def test_nothing_is_excused_that_is_gone_or_registered():
    assert set(asked_by_get()) >= pages.NOT_PAGES
    assert not registered() & pages.NOT_PAGES


def test_a_page_has_one_row_and_one_name_a_person():
    assert [key for key, times in Counter(page.key for page in pages.PAGES).items() if times > 1] == []


def test_every_person_of_the_register_meets_a_page():
    assert {page.person for page in pages.PAGES} | {"vera"} == set(pages.PEOPLE)
