"""Every page of those who teach, review, facilitate, govern and operate; and the gallery of all parts."""

from __future__ import annotations

from itertools import product

import pytest

from tests.browser.matrix import COLOURS, LANGUAGES, WIDTHS, Visit, by_person, visits
from tests.pages import PAGES

PEOPLE = dict(by_person(page for page in PAGES if not page.for_learners and not page.heavy))
GALLERY = [page.key for page in PAGES if page.heavy]


@pytest.mark.parametrize("person", PEOPLE)
def test_each_page_is_accessible_and_whole_in_a_sample_of_looks(hall, person):
    found = [fault for visit in visits(PEOPLE[person]) for fault in hall.faults(visit)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("direction", GALLERY)
def test_the_gallery_is_accessible_and_whole_in_every_look(hall, direction, width):
    looks = [Visit(direction, *look, width) for look in product(LANGUAGES, COLOURS)]
    found = [fault for visit in looks for fault in hall.faults(visit)]
    assert not found, "\n".join(found)


@pytest.mark.exhaustive
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("person", PEOPLE)
def test_each_page_is_accessible_and_whole_in_every_look(hall, person):
    found = [fault for visit in visits(PEOPLE[person], every=True) for fault in hall.faults(visit)]
    assert not found, "\n".join(found)
