"""Every page of learners and verifiers: axe, small and large, light and dark, both languages, large and spaced text."""

from __future__ import annotations

import pytest

from tests.browser.matrix import by_person, visits
from tests.pages import PAGES

PEOPLE = dict(by_person(page for page in PAGES if page.for_learners and not page.heavy))


@pytest.mark.parametrize("person", PEOPLE)
def test_each_page_is_accessible_and_whole_in_a_sample_of_looks(hall, person):
    found = [fault for visit in visits(PEOPLE[person]) for fault in hall.faults(visit)]
    assert not found, "\n".join(found)


@pytest.mark.exhaustive
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("person", PEOPLE)
def test_each_page_is_accessible_and_whole_in_every_look(hall, person):
    found = [fault for visit in visits(PEOPLE[person], every=True) for fault in hall.faults(visit)]
    assert not found, "\n".join(found)
